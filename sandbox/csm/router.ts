import { operationIds, operationOf, type OperationId } from './operation';
import { badRequest, notFound, Refusal } from './refusal';

export const CSM_ROOT = '/jsm/csm';

interface Route {
  id: OperationId;
  method: string;
  segments: readonly string[];
}

export interface Match {
  id: OperationId;
  params: ReadonlyMap<string, string>;
}

const parameterName = (segment: string): string | undefined => /^\{(\w+)\}$/.exec(segment)?.[1];

/** Literal segments win over parameters, the first difference deciding: `/customer/details/{…}` over `/customer/{…}/details`. */
function byLiterals(a: Route, b: Route): number {
  for (const [index, segment] of a.segments.entries()) {
    const other = b.segments[index];
    if (other === undefined) break;
    const difference = Number(parameterName(segment) !== undefined) - Number(parameterName(other) !== undefined);
    if (difference !== 0) return difference;
  }
  return 0;
}

const routes: readonly Route[] = operationIds
  .map((id) => ({ id, method: operationOf(id).method, segments: operationOf(id).path.split('/') }))
  .sort(byLiterals);

function matches(route: Route, segments: readonly string[]): boolean {
  return (
    route.segments.length === segments.length &&
    route.segments.every((segment, index) => parameterName(segment) !== undefined || segment === segments[index])
  );
}

/** @throws Refusal 400 for a percent sign that encodes nothing. */
export function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    throw badRequest(`The path holds a percent sign that encodes nothing: ${segment}`);
  }
}

/**
 * @param path the path without its query, still encoded.
 * @throws Refusal 404 for a path that no operation has, 405 for one that has other methods, 400 for broken encoding.
 */
export function matchOperation(method: string, path: string): Match {
  const segments = path.slice(CSM_ROOT.length).split('/');
  const candidates = routes.filter((route) => matches(route, segments));
  if (candidates.length === 0) throw notFound('There is no such resource.');
  const route = candidates.find((candidate) => candidate.method === method);
  if (route === undefined) throw new Refusal(405, `${method} is not allowed here.`);
  const params = new Map<string, string>();
  for (const [index, segment] of route.segments.entries()) {
    const name = parameterName(segment);
    if (name !== undefined) params.set(name, decodeSegment(segments[index] ?? ''));
  }
  return { id: route.id, params };
}
