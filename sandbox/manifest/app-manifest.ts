/** A UI Kit resource is a source file that the host renders; a static one is a folder of files that it serves. */
export type AppResource =
  { key: string; kind: 'native'; entry: string } | { key: string; kind: 'static'; folder: string };

export interface AdminPage {
  key: string;
  title: string;
  resource: string;
  sections: { header: string | null; pages: { title: string; route: string }[] }[];
}

/** Something the app shows on an issue: a panel in the middle, or a context at the right. */
export interface IssueModule {
  type: 'jira:issuePanel' | 'jira:issueContext';
  key: string;
  title: string;
  /** What stands beside the title of a context that is closed. */
  label: string;
  resource: string;
}

export interface AppFunction {
  key: string;
  /** The source file of the app's back end that exports it, a key of `backEnd`. */
  file: string;
  exportName: string;
  timeoutMs: number;
}

export interface EntityIndex {
  name: string;
  partition: string[];
  range: string[];
}

export interface Entity {
  attributes: Record<string, { type: 'string' | 'boolean' | 'float' | 'integer' | 'any' }>;
  indexes: EntityIndex[];
}

export interface Consumer {
  key: string;
  queue: string;
  function: AppFunction;
}

export type Interval = 'fiveMinute' | 'hour' | 'day' | 'week';

export interface Schedule {
  key: string;
  interval: Interval;
  function: AppFunction;
}

/** One of the answers that a static web trigger may give, as the manifest words it. */
export interface StaticOutput {
  statusCode: number;
  contentType: string | undefined;
  body: string;
}

export interface WebTrigger {
  key: string;
  function: AppFunction;
  /** By the key that the function answers with. */
  outputs: ReadonlyMap<string, StaticOutput>;
}

/** What the sandbox and the build need to know of the app, with every default filled in. Paths are absolute. */
export interface AppManifest {
  /** The folder of the manifest. */
  root: string;
  /** The app's ARI, as `forge register` writes it. */
  appId: string;
  memoryMB: number;
  adminPage: AdminPage;
  issueModules: readonly IssueModule[];
  resources: readonly AppResource[];
  /** The source files that export functions, by name: each becomes a bundle of its own, as Forge makes them. */
  backEnd: ReadonlyMap<string, string>;
  /** Module key → the function its page calls, and the module's type, e.g. `jira:adminPage`. */
  resolvers: ReadonlyMap<string, { moduleType: string; function: AppFunction }>;
  entities: ReadonlyMap<string, Entity>;
  /** Queue → what runs its events. */
  consumers: ReadonlyMap<string, Consumer>;
  schedules: readonly Schedule[];
  webTriggers: ReadonlyMap<string, WebTrigger>;
  scopes: ReadonlySet<string>;
  /** The scopes that `asUser(accountId)` may use where no user is present. */
  impersonationScopes: ReadonlySet<string>;
}
