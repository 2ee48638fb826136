import Resolver from '@forge/resolver';
import * as v from 'valibot';
import type { NameIn, RequestIn, ResolverTable, ResponseIn } from '../contract/resolver-table';
import type { RequestOf, ResolverName, ResponseOf } from '../contract/resolvers';
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

/** The handlers of a table of resolvers. */
export type HandlersFor<Table extends ResolverTable<Table>> = {
  [N in keyof Table]: (request: RequestIn<Table, N>, visit: Visit) => Promise<ResponseIn<Table, N>>;
};

/** A handler of the console's table, and the handlers of one group of it. */
export type Handler<N extends ResolverName> = (request: RequestOf<N>, visit: Visit) => Promise<ResponseOf<N>>;
export type HandlersOf<Group extends ResolverTable<Group>> = HandlersFor<Group>;

/** Why a person may call no resolver of a table; null when they may. */
export type Authorise = (visit: Visit) => Promise<ResolverError | null>;

// Only the account id of the context comes from the platform; the rest of it is the browser's word.
const contextSchema = v.object({ accountId: v.string() });

/**
 * One Forge resolver over the handlers of a table. Each call is authorised on its own, as any user who can reach a
 * module can call any of its resolvers; then its payload is parsed, and whatever happens is answered in one envelope.
 */
export function defineResolvers<Table extends ResolverTable<Table>>(
  table: Table,
  handlers: HandlersFor<Table>,
  authorise: Authorise,
) {
  const resolver = new Resolver();
  for (const name of Object.keys(table) as NameIn<Table>[]) define(resolver, table, name, handlers, authorise);
  return refuseUndefined(table, resolver.getDefinitions());
}

type Definitions = ReturnType<Resolver['getDefinitions']>;

/** `@forge/resolver` finds functions with `in`, so it would answer to `constructor` and every other name of Object.prototype. */
function refuseUndefined(table: object, answer: Definitions): Definitions {
  return (request, platform) =>
    Object.hasOwn(table, request.call.functionKey)
      ? answer(request, platform)
      : Promise.resolve<Result<unknown>>({ ok: false, error: invalid('The app has no such function.') });
}

function define<Table extends ResolverTable<Table>>(
  resolver: Resolver,
  table: Table,
  name: NameIn<Table>,
  handlers: HandlersFor<Table>,
  authorise: Authorise,
): void {
  resolver.define(name, async ({ payload, context }): Promise<Result<unknown>> => {
    try {
      const visit = openVisit(v.parse(contextSchema, context).accountId);
      const refusal = await authorise(visit);
      if (refusal) return { ok: false, error: refusal };
      const request = v.safeParse(table[name].request, payload ?? {});
      if (!request.success) return { ok: false, error: invalid(wordsOf(request.issues[0])) };
      return { ok: true, data: await handlers[name](request.output, visit) };
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

const wordsOf = (issue: v.BaseIssue<unknown>): string => `${v.getDotPath(issue) ?? 'the request'}: ${issue.message}`;

/** The page and the app do not fit together: the page is older, or somebody calls by hand. */
const invalid = (message: string): ResolverError => ({
  code: 'INVALID',
  message,
  advice: 'Reload the page and try again.',
});
