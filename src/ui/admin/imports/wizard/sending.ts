import type { ImportColumn } from '../../../../contract/imports';
import type { FieldDefinition } from '../../../../contract/fields';
import { batchSizeOf, looksUp, routeOf } from '../../../../domain/kinds/batch-size';
import { MAX_ASSOCIATIONS } from '../../../../domain/kinds/cells/limits';
import type { ImportKind, KindOperation, Route } from '../../../../domain/kinds/kind';
import { type Place, placeOf } from '../../../../domain/kinds/place';
import { countOf } from '../../../shared/format';

/** Rows from which on bulk requests are recommended: a task of the site can take minutes, however few rows it has. */
export const BULK_FROM_ROWS = 100;
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
}

interface Rows {
  columns: readonly ImportColumn[];
  fields: readonly FieldDefinition[];
  rows: number;
}

/** The route of so many rows: as chosen, else the recommended one; the only one where a kind has no other. */
export function routeFor(kind: ImportKind, rows: number, chosen: Route | null): Route {
  return routeOf(kind, { route: chosen ?? recommendedRoute(rows) });
}

export const recommendedRoute = (rows: number): Route => (rows >= BULK_FROM_ROWS ? 'bulk' : 'direct');

/** What sending so many rows by a route takes. */
export function sendingOf(
  kind: ImportKind,
  operation: KindOperation,
  { columns, fields, rows }: Rows,
  route: Route,
): Sending {
  const plan = { columns: [...columns], fields: [...fields], route };
  const rowsPerRequest = batchSizeOf(kind, plan);
  return {
    route,
    rowsPerRequest,
    requests: route === 'bulk' ? Math.ceil(rows / rowsPerRequest) : rows * callsOf(operation, columns),
    looksUp: looksUp(kind, plan),
    searches: columns
      .flatMap(({ target }) => placeOf(target, kind.places(fields)) ?? [])
      .reduce((sum, place) => sum + searchesFor(place, rows), 0),
  };
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

/** A route where there is a choice: what it does, what it costs, and whether it is the recommended one. */
export function routeLabel(sending: Sending, rows: number): string {
  const recommended = recommendedRoute(rows) === sending.route ? ' Recommended.' : '';
  return sending.route === 'bulk'
    ? `Bulk: ${countOf(sending.requests, 'request')} of up to ${countOf(sending.rowsPerRequest, 'row')}. Your site works on each as a task, which can take minutes.${recommended}`
    : `Single calls: up to ${countOf(sending.requests, 'call')}, five at a time. Each is done at once.${recommended}`;
}
