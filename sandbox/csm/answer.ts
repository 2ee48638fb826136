import { parseBody } from './bodies';
import type { Call, Emulation } from './call';
import { handlers } from './handlers';
import { IDEMPOTENCY_KEY_MAX } from './limits';
import { operationOf, type OperationId } from './operation';
import { organizationWrites, permissions } from './permissions';
import { forbidden, Refusal } from './refusal';
import { matchOperation, type Match } from './router';
import type { Caller, Right } from './users';

export interface CsmRequest {
  readonly method: string;
  /** Without the query, still encoded. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
  readonly caller: Caller | null;
  /** How the caller asks: in person, or the app as itself or for somebody who is not there. */
  readonly credential: 'user' | 'app' | 'impersonation';
  readonly scopes: ReadonlySet<string> | null;
}

export interface Answer {
  readonly status: number;
  /** Absent with 204. */
  readonly body?: object;
}

const OK = 200;
const ACCEPTED = 202;
const NO_CONTENT = 204;

/**
 * Answers one request to the CSM API, in the order of a gateway before the product: route, scope, login, headers,
 * permission, and only then the request itself.
 * @param onMatch hears which operation it is.
 * @throws Refusal with the status that the contract gives.
 */
export function answerCsm(site: Emulation, request: CsmRequest, onMatch: (id: OperationId) => void): Answer {
  const match = matchOperation(request.method, request.path);
  onMatch(match.id);
  checkScopes(match.id, request.scopes);
  checkCredential(site, request.credential);
  if (request.caller === null) throw new Refusal(401, 'You are not logged in.');
  checkHeaders(match.id, request.headers);
  checkPermission(site, match.id, request.caller);
  const body = handle(match.id, site, match, request, request.caller);
  note(site, match, body);
  if (body === undefined) return { status: NO_CONTENT };
  return { status: operationOf(match.id).idempotent && site.faults.bulkAnswers202 ? ACCEPTED : OK, body };
}

/** Thrown in the words of Forge, which refuses before the product sees the request. */
export class ScopeMismatch extends Error {}

/** @throws ScopeMismatch */
export function requireScopes(needed: readonly string[], scopes: ReadonlySet<string> | null): void {
  if (scopes !== null && !needed.every((scope) => scopes.has(scope))) throw new ScopeMismatch();
}

function checkScopes(id: OperationId, scopes: ReadonlySet<string> | null): void {
  requireScopes(operationOf(id).scopes, scopes);
}

/** The API knows asUser() only. CSM guide, authentication. */
function checkCredential({ settings }: Emulation, credential: CsmRequest['credential']): void {
  if (credential === 'app') throw forbidden('asApp() is not supported by this API: use asUser().');
  if (credential === 'impersonation' && settings.impersonationRefused) {
    throw forbidden('This API takes no requests in the name of a user who is not there.');
  }
}

function checkHeaders(id: OperationId, headers: CsmRequest['headers']): void {
  const { experimental, idempotent } = operationOf(id);
  if (experimental && headers['x-experimentalapi'] !== 'opt-in') {
    throw new Refusal(412, 'This operation is experimental and needs the header X-ExperimentalApi: opt-in.');
  }
  const key = headers['idempotency-key'] ?? '';
  if (idempotent && (key.length < 1 || key.length > IDEMPOTENCY_KEY_MAX)) {
    throw new Refusal(
      412,
      `This operation needs the header Idempotency-Key of 1 to ${IDEMPOTENCY_KEY_MAX} characters.`,
    );
  }
}

function checkPermission(site: Emulation, id: OperationId, caller: Caller): void {
  const extra: readonly Right[] =
    site.settings.organizationsByAdministratorsOnly && organizationWrites.has(id) ? ['administrator'] : [];
  if ([...permissions[id], ...extra].every((right) => caller.rights.includes(right))) return;
  throw forbidden('You do not have the permission to do this.');
}

// The parameter ties the handler to the body that it takes, which the union of all ids cannot.
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters
function handle<Id extends OperationId>(
  id: Id,
  site: Emulation,
  match: Match,
  request: CsmRequest,
  caller: Caller,
): object | undefined {
  const call: Call<Id> = {
    site,
    id,
    caller,
    query: request.query,
    headers: request.headers,
    text: request.body ?? '',
    param: (name) => match.params.get(name) ?? '',
    body: () => parseBody(id, request.body),
  };
  return handlers[id](call);
}

/** Writes the changes outside tasks into the journal; tasks write theirs row by row. */
function note(site: Emulation, { id, params }: Match, body: object | undefined): void {
  const { readOnly, idempotent } = operationOf(id);
  if (readOnly || idempotent) return;
  const made: unknown = Object.entries(body ?? {}).find(([key]) => key === 'id' || key === 'customerId')?.[1];
  const entity = [...params.values()][0] ?? (typeof made === 'string' ? made : id);
  site.journal.record({
    at: site.now(),
    operationId: id,
    entity,
    taskId: null,
    idempotencyKey: null,
    row: null,
    outcome: 'applied',
  });
}
