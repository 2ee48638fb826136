import Resolver from '@forge/resolver';
import * as v from 'valibot';
import { type RequestOf, type ResolverName, type ResponseOf, resolvers } from '../contract/resolvers';
import type { ResolverError, Result } from '../contract/result';
import { createCsmClient } from '../csm/client';
import { createJiraClient } from '../jira/client';
import { requestAs } from '../platform/caller';
import { systemClock } from '../platform/clock';
import { createSender } from '../platform/http/sender';
import { refusalOf } from './refuse';

/** Run time of a resolver is 25 s (Forge, invocation limits); the rest is kept for storing and answering. */
const RUN_MS = 22_000;

/** The person who calls, and the site as that person. */
export interface Visit {
  accountId: string;
  csm: ReturnType<typeof createCsmClient>;
  jira: ReturnType<typeof createJiraClient>;
  /** Milliseconds since 1970 by which the resolver has to be done. */
  deadline: number;
}

export type Handler<N extends ResolverName> = (request: RequestOf<N>, visit: Visit) => Promise<ResponseOf<N>>;
export type Handlers = { [N in ResolverName]: Handler<N> };
/** The handlers of one group of resolvers of the contract. */
export type HandlersOf<Group> = Pick<Handlers, keyof Group & ResolverName>;

const forbidden: ResolverError = {
  code: 'FORBIDDEN',
  message: 'The console is for people with the Administer Jira permission, which you do not have.',
  advice: 'Ask a Jira administrator of your site to grant it.',
};

// Only the account id of the context comes from the platform; the rest of it is the browser's word.
const contextSchema = v.object({ accountId: v.string() });

/**
 * One Forge resolver over all handlers. Each call is authorised on its own, as any user who can reach a module can
 * call any of its resolvers; then its payload is parsed, and whatever happens is answered in one envelope.
 */
export function defineResolvers(handlers: Handlers) {
  const resolver = new Resolver();
  for (const name of Object.keys(resolvers) as ResolverName[]) define(resolver, name, handlers);
  return resolver.getDefinitions();
}

// The parameter ties the schema of a resolver to its handler: with the plain union each could be any other's.
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters
function define<N extends ResolverName>(resolver: Resolver, name: N, handlers: Handlers): void {
  resolver.define(name, async ({ payload, context }): Promise<Result<unknown>> => {
    try {
      const visit = openVisit(v.parse(contextSchema, context).accountId);
      if (!(await visit.jira.hasAdministerPermission())) return { ok: false, error: forbidden };
      const request = v.safeParse(resolvers[name].request, payload ?? {});
      if (!request.success) return { ok: false, error: invalid(request.issues[0]) };
      const handler: Handler<N> = handlers[name];
      return { ok: true, data: await handler(request.output, visit) };
    } catch (error) {
      return { ok: false, error: refusalOf(name, error) };
    }
  });
}

function openVisit(accountId: string): Visit {
  const clock = systemClock;
  const deadline = clock.now() + RUN_MS;
  const timeLeft = (): number => deadline - clock.now();
  const send = createSender({ transport: requestAs({ as: 'user' }), clock, random: Math.random, timeLeft });
  return { accountId, csm: createCsmClient(send), jira: createJiraClient(send), deadline };
}

function invalid(issue: v.BaseIssue<unknown>): ResolverError {
  const place = v.getDotPath(issue) ?? 'the request';
  return { code: 'INVALID', message: `${place}: ${issue.message}`, advice: 'Reload the page and try again.' };
}
