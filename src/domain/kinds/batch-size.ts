import type { ImportPlan } from '../../contract/imports';
import type { ImportKind, Route } from './kind';
import { placeOf } from './place';

/** Sizes of batches that fill a part of 2,000 rows without a rest: no batch has rows of two parts. */
const SIZES = [100, 80, 50, 40, 25, 20] as const;
/** Rows of one batch of single calls: what is done of it is recorded when it ends, so a lost process costs so many. */
const SINGLE_CALLS = 20;

/** The way that the rows of a plan go. */
export const routeOf = ({ routes = ['bulk'] }: ImportKind, { route }: Pick<ImportPlan, 'route'>): Route =>
  route !== undefined && routes.includes(route) ? route : routes[0];

/** Rows from which on bulk requests are recommended: a task of the site can take minutes, however few rows it has. */
export const BULK_FROM_ROWS = 100;

export const recommendedRoute = (rows: number): Route => (rows >= BULK_FROM_ROWS ? 'bulk' : 'direct');

/**
 * Rows of one batch of a plan. Where a request is limited by its operations in all, as many as fit if each were as heavy as
 * the heaviest: the size of a job's batches is fixed, so that a row's batch is known by its number. `heaviest`: operations
 * of that row; where they are not known, every cell may be one.
 */
export function batchSizeOf(
  kind: ImportKind,
  plan: Pick<ImportPlan, 'columns' | 'route'>,
  heaviest: number | undefined,
): number {
  if (routeOf(kind, plan) === 'direct') return SINGLE_CALLS;
  const { rowsPerRequest, operationsPerRequest } = kind;
  if (operationsPerRequest === undefined) return rowsPerRequest;
  const most = heaviest ?? plan.columns.filter(({ target }) => target.to === 'detail').length;
  const fitting = Math.min(rowsPerRequest, Math.floor(operationsPerRequest / Math.max(1, most)));
  return SIZES.find((size) => size <= fitting) ?? SIZES[SIZES.length - 1] ?? 1;
}

/**
 * Whether each row has to be looked up before it is sent: it names something by another name than its id, or by two that were
 * not compared, or takes it away.
 */
export function looksUp(
  kind: ImportKind,
  { columns, fields, comparesIds }: Pick<ImportPlan, 'columns' | 'fields' | 'comparesIds'>,
): boolean {
  const places = kind.places(fields);
  return (
    kind.removes === true ||
    comparesIds === true ||
    columns.some(({ target }) => placeOf(target, places)?.refers === true)
  );
}
