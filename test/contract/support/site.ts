import { operationOf, type OperationId } from '../../../sandbox/csm/operation';
import { CSM_ROOT } from '../../../sandbox/csm/router';
import { seededRandom } from '../../../sandbox/csm/seeded-random';
import { findUser } from '../../../sandbox/csm/users';
import { createSite, type Site, type SiteOptions, type SiteRequest, type SiteResponse } from '../../../sandbox/site';
import { validateExchange } from '../../support/contract-validator';

export interface Sent {
  user?: string | null;
  params?: readonly string[];
  query?: string;
  body?: unknown;
  key?: string;
  headers?: Record<string, string>;
  scopes?: ReadonlySet<string>;
}

export interface TestSite {
  site: Site;
  /** Sends one operation, by default as the administrator with the special headers, and validates the answer. */
  send: (id: OperationId, sent?: Sent) => Promise<SiteResponse>;
  /** As `send`, with the body of a success read. */
  read: (id: OperationId, sent?: Sent) => Promise<unknown>;
  advance: (ms: number) => void;
}

const START = Date.UTC(2026, 0, 5);

export function testSite(options: Partial<SiteOptions> = {}): TestSite {
  let now = START;
  let keys = 0;
  const clock = {
    now: () => now,
    sleep: (ms: number) => {
      now += ms;
      return Promise.resolve();
    },
  };
  const site = createSite({ clock, random: seededRandom(1), content: 'empty', ...options });
  const send = async (id: OperationId, sent: Sent = {}): Promise<SiteResponse> => {
    const request = requestOf(id, sent, `key-${++keys}`);
    const response = await site.handle(request);
    if (sent.scopes === undefined) {
      const { response: findings } = await validateExchange({ request, response });
      expect(findings).toEqual([]);
    }
    return response;
  };
  return {
    site,
    send,
    read: async (id, sent) => {
      const response = await send(id, sent);
      expect([response.status, response.body]).toEqual([200, expect.anything()]);
      const body: unknown = JSON.parse(response.body);
      return body;
    },
    advance: (ms) => (now += ms),
  };
}

function requestOf(id: OperationId, sent: Sent, key: string): SiteRequest {
  const { method, path } = operationOf(id);
  const params = [...(sent.params ?? [])];
  const filled = path.replaceAll(/\{\w+\}/g, () => encodeURIComponent(params.shift() ?? ''));
  const user = sent.user === null ? undefined : findUser(sent.user ?? 'ada');
  return {
    method,
    path: `${CSM_ROOT}${filled}${sent.query ?? ''}`,
    headers: sent.headers ?? { 'X-ExperimentalApi': 'opt-in', 'Idempotency-Key': sent.key ?? key },
    body: sent.body === undefined ? null : JSON.stringify(sent.body),
    actor: user === undefined ? null : { accountId: user.accountId },
    scopes: sent.scopes ?? null,
  };
}
