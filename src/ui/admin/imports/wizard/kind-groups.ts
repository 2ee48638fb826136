import { allKinds } from '../../../../domain/kinds';
import type { ImportKind, KindGroup } from '../../../../domain/kinds/kind';

const titles: Record<KindGroup, string> = {
  customers: 'Customers',
  organizations: 'Organizations',
  products: 'Products and entitlements',
  removals: 'Removals',
};

export interface KindsOfGroup {
  title: string;
  kinds: readonly ImportKind[];
}

/** The kinds to choose from, in the groups in which they are offered; those that name no group come last. */
export function groupedKinds(kinds: readonly ImportKind[] = allKinds()): KindsOfGroup[] {
  const groups = new Map<string, ImportKind[]>(Object.values(titles).map((title) => [title, []]));
  for (const kind of kinds) {
    const title = kind.group === undefined ? 'Other' : titles[kind.group];
    groups.set(title, [...(groups.get(title) ?? []), kind]);
  }
  return [...groups].filter(([, its]) => its.length > 0).map(([title, its]) => ({ title, kinds: its }));
}
