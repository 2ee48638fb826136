import { APP_PATH } from '../../../sandbox/host/app-path';
import type { FlagOptions, FrameSeat, HostPage, ProductRequest } from '../../../sandbox/host/bridge/host/commands';
import { AppEvents } from '../../../sandbox/host/bridge/host/events';
import { urlOf } from '../../../sandbox/host/shell/urls';
import type { Sandbox } from '../../../sandbox';
import type { Site } from '../../../sandbox/site';
import type { MemoryHistory } from './memory-history';

/** Stands between a page and its resolvers: answers itself, or lets the call go on. */
export type Between = (functionKey: string, goOn: (accountId?: string) => Promise<unknown>) => Promise<unknown>;

interface HostOptions {
  sandbox: Pick<Sandbox<Site>, 'site' | 'platform'>;
  accountId: string;
  /** Each load of a page counts for itself against the limit of calls. */
  pageId: string;
  history: MemoryHistory;
  between: () => Between;
}

const ORIGIN = 'https://sandbox.invalid';

/** What Jira's page does for the app's frames, done without a browser. */
export class NodeHost implements HostPage {
  readonly events = new AppEvents();
  flags: FlagOptions[] = [];
  title = '';
  /** Calls of resolvers that are not answered yet. */
  asking = 0;

  constructor(private readonly options: HostOptions) {}

  context(seat: FrameSeat): unknown {
    return {
      accountId: this.options.accountId,
      siteUrl: ORIGIN,
      locale: 'en-US',
      timezone: 'UTC',
      theme: { colorMode: 'light' },
      moduleKey: seat.moduleKey,
      extension: seat.extension,
    };
  }

  async invoke(functionKey: string, payload: unknown, { moduleKey, extension }: FrameSeat): Promise<unknown> {
    const { sandbox, accountId, pageId, between } = this.options;
    const goOn = (as = accountId) => {
      const given = { payload: overTheNet(payload), context: { extension } };
      return sandbox.platform.invoke({ accountId: as, moduleKey, functionKey, pageId, ...given }).then(overTheNet);
    };
    this.asking += 1;
    try {
      return await between()(functionKey, goOn);
    } finally {
      this.asking -= 1;
    }
  }

  nameOf(accountId: string): string {
    const user = this.options.sandbox.site.users.find((each) => each.accountId === accountId);
    return user?.displayName ?? 'Former user';
  }

  fetchProduct({ product, restPath: path, fetchRequestInit }: ProductRequest): Promise<unknown> {
    if (product !== 'jira') throw new Error(`The sandbox has no product "${product}".`);
    const { sandbox, accountId } = this.options;
    const { method, headers, body } = fetchRequestInit;
    const { scopes } = sandbox.platform.manifest;
    const request = { method, path, headers: Object.fromEntries(headers), body };
    return sandbox.site.handle({ ...request, actor: { accountId }, scopes });
  }

  location = () => this.options.history.location();
  historyLength = () => this.options.history.length;
  urlOf = urlOf;
  addressOf = (path: string) => new URL(path, ORIGIN).href;
  themeAttributes = () => ({});
  showFlag = (flag: FlagOptions) => (this.flags = [flag, ...this.without(String(flag.id))]);
  closeFlag = (id: string) => (this.flags = this.without(id));
  setTitle = (title: string) => (this.title = title);

  navigate(url: string): void {
    const { pathname, search, hash } = new URL(url, ORIGIN);
    if (!pathname.startsWith(`${APP_PATH}/`)) throw new Error(`A page in Node cannot be left for ${url}.`);
    this.options.history.push(`${pathname.slice(APP_PATH.length + 1)}${search}${hash}`);
  }

  reload(): void {
    throw new Error('A page in Node cannot load itself anew.');
  }

  openModal(): void {
    throw new Error('A page in Node opens no modal of another resource.');
  }

  private without(id: string): FlagOptions[] {
    return this.flags.filter((flag) => String(flag.id) !== id);
  }
}

/** As a call arrives, and its answer: what JSON has no word for is lost on the way. */
const overTheNet = (value: unknown): unknown => (value === undefined ? value : JSON.parse(JSON.stringify(value)));
