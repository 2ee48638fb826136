/** The sections of the console, in the order of manifest.yml, whose routes these are. */
export const sections = [
  { route: 'overview', title: 'Overview' },
  { route: 'customers', title: 'Customers' },
  { route: 'organizations', title: 'Organizations' },
  { route: 'products', title: 'Products' },
  { route: 'entitlements', title: 'Entitlements' },
  { route: 'fields', title: 'Detail fields' },
  { route: 'requests', title: 'Requests' },
  { route: 'imports', title: 'Imports' },
  { route: 'sync', title: 'Sync' },
  { route: 'settings', title: 'Settings' },
] as const;

export type SectionRoute = (typeof sections)[number]['route'];

/** What a section is given: the parts of the path after its own route. */
export interface SectionProps {
  path: readonly string[];
}

/** The section that a path names, and the rest of the path. The console's own address, without a path, is the overview. */
export function sectionOf(path: readonly string[]): { route: SectionRoute | undefined; rest: readonly string[] } {
  const [first = 'overview', ...rest] = path;
  return { route: sections.find(({ route }) => route === first)?.route, rest };
}
