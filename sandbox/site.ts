import { answerCsm, ScopeMismatch, type Answer, type CsmRequest } from './csm/answer';
import type { Emulation } from './csm/call';
import { fillDemo } from './csm/demo/fill';
import { fillDemoIssues } from './csm/demo/issues';
import { NO_FAULTS, type Faults } from './csm/faults';
import { Journal } from './csm/journal';
import { RequestLog, type LogEntry } from './csm/log';
import { notFound, Refusal, restError } from './csm/refusal';
import { CSM_ROOT } from './csm/router';
import { DEFAULT_SETTINGS, type SiteSettings } from './csm/settings';
import { createState, type SiteState } from './csm/state';
import { TaskQueue } from './csm/tasks/queue';
import { throughFaults, type SiteResponse } from './csm/through-faults';
import { callerOf, siteUsers, type SiteUser } from './csm/users';
import { answerJira } from './jira/answer';

export type { SiteResponse };

export interface SiteRequest {
  method: string;
  /** With its query: `/jsm/csm/api/v1/...` or `/rest/...`. */
  path: string;
  headers: Readonly<Record<string, string>>;
  body: string | null;
  actor: { accountId: string } | 'app' | null;
  /** The app asks for the actor, who is not there. */
  isImpersonated?: boolean;
  /** Null where they are not checked: over plain HTTP. */
  scopes: ReadonlySet<string> | null;
}

export interface SiteOptions {
  clock: { now(): number; sleep(ms: number): Promise<void> };
  /** In [0, 1): decides faults and the order of tasks, nothing else. */
  random: () => number;
  content: 'demo' | 'empty';
  settings?: Partial<SiteSettings>;
  faults?: Partial<Faults>;
  /** Hears of each request when it has been answered. */
  onRequest?: (entry: LogEntry) => void;
}

/** An emulated Jira site with Customer Service Management. Everything in it lives in memory. */
export interface Site {
  /** Never rejects: what goes wrong is a response. */
  handle(request: SiteRequest): Promise<SiteResponse>;
  /** Both can be changed at any time. */
  readonly faults: Faults;
  readonly settings: SiteSettings;
  readonly users: readonly SiteUser[];
  readonly log: RequestLog;
  /** Every change applied, and what a careful client never causes. */
  readonly journal: Journal;
  /** What the site holds, with its tasks brought to the present. To look at, not to change. */
  state(): SiteState;
}

const SERVER_ERROR = 500;

/** @see docs/sandbox-api.md */
export function createSite(options: SiteOptions): Site {
  const { clock, random } = options;
  const environment = {
    settings: { ...DEFAULT_SETTINGS, ...options.settings },
    faults: { ...NO_FAULTS, ...options.faults },
    journal: new Journal(),
    random,
  };
  const tasks = new TaskQueue(environment);
  const emulation: Emulation = { ...environment, state: createState(), tasks, keys: new Map(), now: () => clock.now() };
  if (options.content === 'demo') {
    fillDemo(emulation.state);
    fillDemoIssues(emulation.state, clock.now());
  }
  const log = new RequestLog();
  const write = (entry: LogEntry): void => {
    log.add(entry);
    options.onRequest?.(entry);
  };
  return {
    faults: environment.faults,
    settings: environment.settings,
    users: siteUsers,
    log,
    journal: environment.journal,
    state: () => {
      tasks.settle(clock.now());
      return emulation.state;
    },
    handle: async (request) => {
      const startedAt = clock.now();
      let operationId: string | null = null;
      const response = await throughFaults(environment.faults, { clock, random }, () =>
        answer(emulation, request, (id) => (operationId = id)),
      );
      const actor = request.actor === null || request.actor === 'app' ? request.actor : request.actor.accountId;
      const { method, path } = request;
      const at = clock.now();
      write({ at, actor, method, path, operationId, status: response.status, ms: at - startedAt });
      return response;
    },
  };
}

function answer(site: Emulation, request: SiteRequest, onMatch: (id: string) => void): SiteResponse {
  site.tasks.settle(site.now());
  try {
    return toResponse(dispatch(site, request, onMatch));
  } catch (error) {
    return refused(error);
  }
}

function dispatch(site: Emulation, request: SiteRequest, onMatch: (id: string) => void): Answer {
  const { pathname, search } = splitPath(request.path);
  const asked = {
    method: request.method.toUpperCase(),
    path: pathname,
    query: new URLSearchParams(search),
    headers: Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name.toLowerCase(), value])),
    body: request.body,
    caller: callerOf(request.actor),
    credential: credentialOf(request),
    scopes: request.scopes,
  };
  if (pathname.startsWith(`${CSM_ROOT}/`)) return answerCsm(site, asked, onMatch);
  if (pathname.startsWith('/rest/')) return answerJira(site, asked);
  throw notFound('There is no such resource.');
}

function credentialOf({ actor, isImpersonated = false }: SiteRequest): CsmRequest['credential'] {
  return actor === 'app' ? 'app' : isImpersonated ? 'impersonation' : 'user';
}

function splitPath(path: string): { pathname: string; search: string } {
  const mark = path.indexOf('?');
  return mark === -1 ? { pathname: path, search: '' } : { pathname: path.slice(0, mark), search: path.slice(mark + 1) };
}

function toResponse({ status, body }: Answer): SiteResponse {
  return body === undefined
    ? { status, headers: {}, body: '' }
    : { status, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}

function refused(error: unknown): SiteResponse {
  if (error instanceof ScopeMismatch) {
    return toResponse({ status: 401, body: { code: 401, message: 'Unauthorized; scope does not match' } });
  }
  const refusal =
    error instanceof Refusal
      ? error
      : new Refusal(SERVER_ERROR, error instanceof Error ? error.message : 'Internal server error');
  return toResponse({ status: refusal.status, body: restError(refusal) });
}
