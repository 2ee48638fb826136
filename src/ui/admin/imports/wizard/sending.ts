import type { ImportColumn } from '../../../../contract/imports';
import type { Speeds } from '../../../../contract/jobs';
import type { FieldDefinition } from '../../../../contract/fields';
import { batchSizeOf, looksUp, recommendedRoute, routeOf } from '../../../../domain/kinds/batch-size';
import { MAX_ASSOCIATIONS } from '../../../../domain/kinds/cells/limits';
import type { ImportKind, KindOperation, Route } from '../../../../domain/kinds/kind';
import { isUndoable } from '../../../../domain/kinds/undoable';
import { type Place, placeOf } from '../../../../domain/kinds/place';
import { countOf, formatDuration } from '../../../shared/format';

/** Organizations that one search finds by name. CSM reference, organization/fetch. */
const ORGANIZATIONS_PER_SEARCH = 50;

/** How the rows of an import go to the site, and what it costs. */
export interface Sending {
  route: Route;
  /** Bulk requests, or single calls where each row is one or more: up to so many. */
  requests: number;
  /** Rows of one bulk request, at most. */
  rowsPerRequest: number;
  /** Each row is looked up before it is sent. */
  looksUp: boolean;
  /** Searches that this takes at most; 0 where the rows carry ids. */
  searches: number;
  /** Requests that keeping what was there takes at most; 0 for kinds that can't be undone. */
  toKeep: number;
}

interface Rows {
  columns: readonly ImportColumn[];
  fields: readonly FieldDefinition[];
  rows: number;
  /** Operations of the heaviest row, where the check has counted them. */
  heaviest?: number | undefined;
  /** The job compares what rows name by an ID and an email address. */
  comparesIds?: boolean;
}

/** The route of so many rows: as chosen, else the recommended one; the only one where a kind has no other. */
export function routeFor(kind: ImportKind, rows: number, chosen: Route | null): Route {
  return routeOf(kind, { route: chosen ?? recommendedRoute(rows) });
}

/** What sending so many rows by a route takes. */
export function sendingOf(
  kind: ImportKind,
  operation: KindOperation,
  { columns, fields, rows, heaviest, comparesIds = false }: Rows,
  route: Route,
): Sending {
  const plan = { columns: [...columns], fields: [...fields], route, ...(comparesIds && { comparesIds }) };
  const rowsPerRequest = batchSizeOf(kind, plan, heaviest);
  return {
    route,
    rowsPerRequest,
    requests: route === 'bulk' ? Math.ceil(rows / rowsPerRequest) : rows * callsOf(operation, columns),
    looksUp: looksUp(kind, plan),
    searches: columns
      .flatMap(({ target }) => placeOf(target, kind.places(fields)) ?? [])
      .reduce((sum, place) => sum + searchesFor(place, rows), 0),
    toKeep: !isUndoable(kind, operation) ? 0 : requestsToKeep(kind, columns, rows, rowsPerRequest),
  };
}

/** Entities of one fetch. CSM reference, customer/profile/fetch and organization/profile/fetch. */
const SHOWN_PER_FETCH = 25;

/**
 * Requests that keeping what was there takes at most: a fetch for each 25 rows of a batch, and a search for each email that
 * is not looked up anyway; of what is no profile, a call for each row.
 */
function requestsToKeep(kind: ImportKind, columns: readonly ImportColumn[], rows: number, batch: number): number {
  if (kind.writes === undefined) return rows;
  const fetches = Math.ceil(rows / Math.min(SHOWN_PER_FETCH, batch));
  const places = columns.map(({ target }) => placeOf(target, kind.places([])));
  const searches = places.some((place) => place?.target.to === 'email' && place.refers !== true) ? rows : 0;
  return fetches + searches;
}

/** Single calls of a row at the most: a call can only replace values, so what is added to is read first. */
function callsOf({ calls = 1 }: KindOperation, columns: readonly ImportColumn[]): number {
  const changes = columns.filter(({ target }) => target.to === 'detail');
  const reads = changes.some(({ target }) => target.action === 'add') ? 1 : 0;
  return calls + changes.length + reads;
}

function searchesFor({ refers, hasSeveral, target }: Place, rows: number): number {
  if (refers !== true) return 0;
  const names = hasSeveral === true ? rows * MAX_ASSOCIATIONS : rows;
  return target.to === 'name' ? Math.ceil(names / ORGANIZATIONS_PER_SEARCH) : names;
}

/** Seconds that sending takes at the speed of this site's last import that went the same way; null where none has. */
export function secondsFor({ route, requests, searches }: Sending, { batchMs, callMs }: Speeds): number | null {
  if (route === 'direct') return callMs === null ? null : ((requests + searches) * callMs) / 1_000;
  return batchMs === null ? null : (requests * batchMs) / 1_000;
}

/** What a route takes in time, as a sentence. */
export function timeWords(sending: Sending, speeds: Speeds): string {
  const seconds = secondsFor(sending, speeds);
  const [article, way] = sending.route === 'bulk' ? ['a', 'bulk import'] : ['an', 'import by single calls'];
  return seconds === null
    ? `How long it takes isn’t known yet: your site hasn’t finished ${article} ${way}.`
    : `About ${formatDuration(seconds)} at the speed of your last ${way}.`;
}

/** A route where there is a choice: what it does, what it costs in requests and time, and whether it is the recommended one. */
export function routeLabel(sending: Sending, rows: number, speeds: Speeds | null): string {
  const recommended = recommendedRoute(rows) === sending.route ? ' Recommended.' : '';
  const what =
    sending.route === 'bulk'
      ? `Bulk: ${countOf(sending.requests, 'request')} of up to ${countOf(sending.rowsPerRequest, 'row')}. Your site works on each as a task, which can take minutes.`
      : `Single calls: up to ${countOf(sending.requests, 'call')}, five at a time. Each is done at once.`;
  const time = speeds === null ? '' : ` ${timeWords(sending, speeds)}`;
  return `${what}${time}${recommended}`;
}
