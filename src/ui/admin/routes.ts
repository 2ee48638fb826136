export const laterRoutes = [
  'customers',
  'organizations',
  'products',
  'entitlements',
  'fields',
  'sync',
  'settings',
] as const;
export type LaterRoute = (typeof laterRoutes)[number];

/** A page of the console, as its path names it. The first part is a route of manifest.yml. */
export type Route =
  | { page: 'overview' }
  | { page: 'imports' }
  | { page: 'new import' }
  | { page: 'import'; jobId: string }
  | { page: 'later'; route: LaterRoute }
  | { page: 'unknown' };

/** Reads a path. The console's own address, without a path, is the overview. */
export function routeOf(path: readonly string[]): Route {
  const [first = 'overview', second, ...rest] = path;
  const later = laterRoutes.find((route) => route === first);
  if (rest.length > 0) return { page: 'unknown' };
  if (first === 'imports') {
    if (second === undefined) return { page: 'imports' };
    return second === 'new' ? { page: 'new import' } : { page: 'import', jobId: second };
  }
  if (second !== undefined) return { page: 'unknown' };
  if (first === 'overview') return { page: 'overview' };
  return later ? { page: 'later', route: later } : { page: 'unknown' };
}

/** The sections of the console, for where the product does not show them at the side. */
export const sections: readonly { route: string; title: string }[] = [
  { route: 'overview', title: 'Overview' },
  { route: 'customers', title: 'Customers' },
  { route: 'organizations', title: 'Organizations' },
  { route: 'products', title: 'Products' },
  { route: 'entitlements', title: 'Entitlements' },
  { route: 'fields', title: 'Detail fields' },
  { route: 'imports', title: 'Imports' },
  { route: 'sync', title: 'Sync' },
  { route: 'settings', title: 'Settings' },
];
