import { isDeepStrictEqual } from 'node:util';
import type React from 'react';
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

/**
 * The console's pages on an emulated site, without a browser, in virtual time: the real pages, rendered by the vendor's
 * reconciler, through the sandbox's own bridge, to the real resolvers. One at a time in a test file. Elements are found
 * and used as in `ConsolePage`; where something looks, and what a browser does by itself, only a browser can tell.
 */
export class ConsoleInNode {
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

  private constructor(
    private readonly sandbox: VirtualSandbox<Site>,
    private readonly view: AppView,
    private readonly App: React.ComponentType,
    private readonly react: typeof React,
    private readonly frameCode: FrameCode,
    private readonly downloads: Downloads,
  ) {}

  static async start(content: 'demo' | 'empty' = 'demo'): Promise<ConsoleInNode> {
    const sandbox = await virtualSandbox({ site: (parts) => createSite({ ...parts, content }) });
    const downloads = new Downloads();
    Object.assign(globalThis, { self: globalThis, document: downloads.document, __bridge: { callBridge } });
    const [react, { default: reconciler }, { App }, { startFrame }, { Work }] = await Promise.all([
      import('react'),
      import('@forge/react'),
      import('../../../src/ui/admin/App'),
      import('../../../static/file-frame/src/start'),
      import('../../../static/file-frame/src/work'),
    ]);
    const view = new AppView(react, reconciler);
    const started = new ConsoleInNode(sandbox, view, App, react, { startFrame, Work }, downloads);
    // The functions of the app keep their log there.
    jest.spyOn(console, 'log').mockImplementation(() => undefined);
    jest.spyOn(console, 'error').mockImplementation((...words: unknown[]) => {
      started.reported.push(words.map(String).join(' '));
    });
    return started;
  }

  /** Loads the console at an address, such as `customers/new`, for a person: an administrator unless given. */
  async open(path: string, accountId = ADA): Promise<void> {
    this.leave();
    this.loads += 1;
    const page = new PageInNode({
      sandbox: this.sandbox,
      seat: { moduleKey: this.sandbox.platform.manifest.adminPage.key, extension: { type: 'jira:adminPage' } },
      accountId,
      pageId: `load ${this.loads}`,
      path,
      between: () => this.between,
      fileFrame: (events) => new FileFrameInNode(this.frameCode, events),
    });
    current = page;
    this.view.mount(this.react.createElement(this.App, { key: this.loads }));
    await page.until(
      () => page.hasRendered,
      () => 'Nothing is shown',
    );
  }

  /** Waits until the console is at an address, given with its parts decoded. @returns it */
  async at(path: string | RegExp): Promise<string> {
    const isThere = () =>
      typeof path === 'string' ? this.shown.history.path === path : path.test(this.shown.history.path);
    await this.shown.until(isThere, () => `The page is not at ${String(path)}`);
    return this.shown.history.path;
  }

  async goBack(): Promise<void> {
    this.shown.history.go(-1);
    await this.shown.until(
      () => true,
      () => '',
    );
  }

  /** A click on the product's sidebar, which leads to a section. */
  async sidebar(section: string): Promise<void> {
    this.shown.history.push(section);
    await this.shown.until(
      () => true,
      () => '',
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

  /** Chooses a file in the file frame of the page. */
  async chooseFile(name: string, content: string | Buffer): Promise<void> {
    await this.shown.until(
      () => this.shown.fileFrame !== null,
      () => 'The page has no file frame',
    );
    this.shown.fileFrame?.choose(name, content);
    await this.shown.until(
      () => true,
      () => '',
    );
  }

  /** Why the file frame cannot read the file that was chosen last; undefined where it can. */
  get refusedFile(): string | undefined {
    return this.shown.fileFrame?.refusal;
  }

  /** Waits for the file that `act` has the browser save, and answers with its name and its content. */
  async downloaded(act: () => Promise<void>): Promise<{ name: string; bytes: Buffer }> {
    const before = this.downloads.count;
    await act();
    await this.shown.until(
      () => this.downloads.count > before,
      () => 'Nothing was saved',
    );
    return this.downloads.last();
  }

  async downloadedText(act: () => Promise<void>): Promise<string> {
    return (await this.downloaded(act)).bytes.toString('utf8');
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
    await this.sandbox.until(isThere, PATIENCE_MS).catch(() => undefined);
    expect(last).toEqual(expected);
  }

  /** What another administrator does on the site, past the app. */
  site = (...request: Parameters<ReturnType<typeof onSite>>): Promise<unknown> =>
    this.sandbox.settle(onSite(() => this.sandbox.site)(...request));

  /** What Ada does in another window of the console, or before this one is opened. */
  elsewhere = <T>(act: (ada: Console) => Promise<T>): Promise<T> =>
    this.sandbox.settle(act(consoleOf(this.sandbox.platform, ADA)));

  /** What a script sends to the address of a web trigger. Resolves to the status of the answer. */
  send = async (request: WebTriggerRequest): Promise<number> =>
    (await this.sandbox.settle(this.sandbox.platform.callWebTrigger(request))).status;

  faults(faults: Partial<Faults>): void {
    Object.assign(this.sandbox.site.faults, faults);
  }

  settings(settings: Partial<SiteSettings>): void {
    Object.assign(this.sandbox.site.settings, settings);
  }

  /** What the app asked of the site against the contract: nothing, if all is well. */
  violations(): readonly unknown[] {
    return this.sandbox.site.journal.violations;
  }

  /** The latest requests that the site has answered, oldest first, as `GET /jsm/csm/api/v1/product?limit=25`. */
  requests(): string[] {
    return this.sandbox.site.log.latest().map(({ method, path }) => `${method} ${path}`);
  }

  /** Lets time pass, in ms, with all that falls due in it. */
  run = (ms: number): Promise<void> => this.sandbox.run(ms);

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
    await this.sandbox.close();
    jest.restoreAllMocks();
    const faults = this.reported.filter((text) => expected?.test(text) !== true);
    if (faults.length > 0) throw new Error(['The pages reported errors:', ...faults].join('\n'));
  }

  private get shown(): PageInNode {
    if (current === null) throw new Error('No page is open yet.');
    return current;
  }

  private leave(): void {
    this.view.mount(null);
    current?.leave();
    current = null;
  }
}
