import type { Site } from '../../sandbox/site';

export const customerIdOf = (index: number): string => `qm:bench:${index}`;
export const emailOf = (index: number): string => `customer${index}@example.com`;

/** Gives a site so many customers. */
export function furnishCustomers(site: Site, count: number): void {
  const { customers } = site.state();
  for (let index = 0; index < count; index += 1) {
    const [id, email] = [customerIdOf(index), emailOf(index)];
    customers.add({ id, email, displayName: email, createdAt: 0, details: new Map(), organizations: new Set() });
  }
}
