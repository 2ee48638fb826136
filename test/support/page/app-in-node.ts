import { isDeepStrictEqual } from 'node:util';
import type React from 'react';
import type { FrameSeat } from '../../../sandbox/host/bridge/host/commands';
import type { Faults } from '../../../sandbox/csm/faults';
import type { SiteSettings } from '../../../sandbox/csm/settings';
import type { WebTriggerRequest } from '../../../sandbox/forge/web-trigger/call';
import { type Site, createSite } from '../../../sandbox/site';
import { ADA, type Console, consoleOf } from '../console';
import { onSite } from '../on-site';
import { type VirtualSandbox, virtualSandbox } from '../sandbox';
import { AppView } from './app-view';
import type { Between } from './host';
import { Located, type Words } from './located';
import { Downloads } from './downloads';
import { FileFrameInNode, type FrameCode } from './file-frame';
import { PATIENCE_MS, PageInNode } from './page';

declare global {
  // Where the vendor's packages look for the page they are in. Only `var` declares a global.
  var __bridge: { callBridge: typeof callBridge } | undefined;
}

/** The page that is there: the vendor's packages take hold of the bridge once, when they are loaded. */
let current: PageInNode | null = null;

/** To what is left behind by a page that is gone, nobody answers. */
const callBridge = (command: string, data?: unknown): Promise<unknown> =>
  current === null ? new Promise(() => undefined) : current.callBridge(command, data);

const goesOn: Between = (_name, goOn) => goOn();

/** What an app is shown with, once there is a bridge to load its code over. */
export interface Parts {
  sandbox: VirtualSandbox<Site>;
  view: AppView;
  App: React.ComponentType;
  react: typeof React;
  frameCode: FrameCode;
  downloads: Downloads;
}

/** Where a page of the app is in the product, and who looks at it. */
interface Place {
  seat: Omit<FrameSeat, 'render'>;
  path: string;
  accountId: string;
}

/**
 * Makes an emulated site and loads an app to be shown on it, such as the console or the profile on an issue, by
 * `import`.
 */
export async function partsOf(
  load: () => Promise<{ App: React.ComponentType }>,
  content: 'demo' | 'empty' = 'demo',
): Promise<Parts> {
  const sandbox = await virtualSandbox({ site: (parts) => createSite({ ...parts, content }) });
  const downloads = new Downloads();
  Object.assign(globalThis, { self: globalThis, document: downloads.document, __bridge: { callBridge } });
  const [react, { default: reconciler }, { App }, { startFrame }, { Work }] = await Promise.all([
    import('react'),
    import('@forge/react'),
    load(),
    import('../../../static/file-frame/src/start'),
    import('../../../static/file-frame/src/work'),
  ]);
  return { sandbox, view: new AppView(react, reconciler), App, react, frameCode: { startFrame, Work }, downloads };
}

/**
 * Pages of the app on an emulated site, without a browser, in virtual time: the real pages, rendered by the vendor's
 * reconciler, through the sandbox's own bridge, to the real resolvers. One at a time in a test file. Elements are found
 * and used as Playwright does; where something looks, and what a browser does by itself, only a browser can tell.
 */
export class AppInNode {
  private loads = 0;
  /** Whichever page is open when something is looked for: what is found by is often said before. */
  private readonly found = new Located(
    {
      until: (...given) => this.shown.until(...given),
      act: (...given) => this.shown.act(...given),
    },
    'the page',
    () => [this.shown.picture()],
  );
  private between = goesOn;
  private readonly reported: string[] = [];

  protected constructor(protected readonly parts: Parts) {
    // The functions of the app keep their log there.
    jest.spyOn(console, 'log').mockImplementation(() => undefined);
    jest.spyOn(console, 'error').mockImplementation((...words: unknown[]) => {
      this.reported.push(words.map(String).join(' '));
    });
  }

  /** Loads the app for a person at a place of the product. */
  protected async load({ seat, path, accountId }: Place): Promise<void> {
    this.leave();
    this.loads += 1;
    const { sandbox, view, App, react, frameCode } = this.parts;
    const page = new PageInNode({
      ...{ sandbox, seat, accountId, path },
      pageId: `load ${this.loads}`,
      between: () => this.between,
      fileFrame: (events) => new FileFrameInNode(frameCode, events),
    });
    current = page;
    view.mount(react.createElement(App, { key: this.loads }));
    await page.until(
      () => page.hasRendered,
      () => 'Nothing is shown',
    );
  }

  getByRole = (...given: Parameters<Located['getByRole']>): Located => this.found.getByRole(...given);
  getByText = (...given: Parameters<Located['getByText']>): Located => this.found.getByText(...given);
  getByLabel = (...given: Parameters<Located['getByLabel']>): Located => this.found.getByLabel(...given);
  getByTestId = (id: string): Located => this.found.getByTestId(id);

  button(name: Words): Located {
    return this.getByRole('button', { name, exact: true });
  }

  /** The question or form that is open before the page. */
  get dialog(): Located {
    return this.getByRole('dialog');
  }

  inDialog(name: Words): Located {
    return this.dialog.getByRole('button', { name, exact: true });
  }

  /** What is told in the corner of the product. */
  flag(words: string): Located {
    return this.getByRole('alert').getByText(words);
  }

  /** The page's own part, without what stands before it. */
  get main(): Located {
    return this.getByRole('main');
  }

  text(words: Words): Located {
    return this.main.getByText(words).first();
  }

  /** Chooses from a list by typing. */
  async choose(label: string, option: string): Promise<void> {
    const field = this.getByRole('combobox', { name: label, exact: true });
    await field.fill(option);
    await this.getByRole('option', { name: option, exact: true }).waitFor();
    await field.press('Enter');
  }

  /** Waits until the element has the focus as far as UI Kit goes: a browser test shows that it goes there. */
  async focused(target: Located): Promise<void> {
    const has = () => target.now().some((one) => this.shown.hasFocus(one));
    await this.shown.until(has, () => `${String(target)} has not got the focus`);
  }

  /** Waits until what is read from the page is what is expected. */
  async soon<T>(read: () => Promise<T> | T, expected: T): Promise<void> {
    let last = await read();
    const isThere = async () => isDeepStrictEqual((last = await read()), expected);
    await this.parts.sandbox.until(isThere, PATIENCE_MS).catch(() => undefined);
    expect(last).toEqual(expected);
  }

  /** What another administrator does on the site, past the app. */
  site = (...request: Parameters<ReturnType<typeof onSite>>): Promise<unknown> =>
    this.parts.sandbox.settle(onSite(() => this.parts.sandbox.site)(...request));

  /** What Ada does in another window of the console, or before this one is opened. */
  elsewhere = <T>(act: (ada: Console) => Promise<T>): Promise<T> =>
    this.parts.sandbox.settle(act(consoleOf(this.parts.sandbox.platform, ADA)));

  /** What a script sends to the address of a web trigger. Resolves to the status of the answer. */
  send = async (request: WebTriggerRequest): Promise<number> =>
    (await this.parts.sandbox.settle(this.parts.sandbox.platform.callWebTrigger(request))).status;

  faults(faults: Partial<Faults>): void {
    Object.assign(this.parts.sandbox.site.faults, faults);
  }

  settings(settings: Partial<SiteSettings>): void {
    Object.assign(this.parts.sandbox.site.settings, settings);
  }

  /** What the app asked of the site against the contract: nothing, if all is well. */
  violations(): readonly unknown[] {
    return this.parts.sandbox.site.journal.violations;
  }

  /** The latest requests that the site has answered, oldest first, as `GET /jsm/csm/api/v1/product?limit=25`. */
  requests(): string[] {
    return this.parts.sandbox.site.log.latest().map(({ method, path }) => `${method} ${path}`);
  }

  /** Lets time pass, in ms, with all that falls due in it. */
  run = (ms: number): Promise<void> => this.parts.sandbox.run(ms);

  /** Something else answers the page's calls of resolvers for as long as `during` takes, or lets them go on. */
  async meanwhile(between: Between, during: () => Promise<void>): Promise<void> {
    this.between = between;
    try {
      await during();
    } finally {
      this.between = goesOn;
    }
  }

  /** Ends it all. Rejects when one of all loads reported an error that `expected` does not match. */
  async close(expected?: RegExp): Promise<void> {
    this.leave();
    await this.parts.sandbox.close();
    jest.restoreAllMocks();
    const faults = this.reported.filter((text) => expected?.test(text) !== true);
    if (faults.length > 0) throw new Error(['The pages reported errors:', ...faults].join('\n'));
  }

  /** Lets the app follow what was done; no time passes. */
  protected followed = (): Promise<void> =>
    this.shown.until(
      () => true,
      () => '',
    );

  protected get shown(): PageInNode {
    if (current === null) throw new Error('No page is open yet.');
    return current;
  }

  private leave(): void {
    this.parts.view.mount(null);
    current?.leave();
    current = null;
  }
}
