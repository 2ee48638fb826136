import type { Product } from '../../../contract/entitlements';
import type { CsmClient } from '../../../csm/client';
import { readProducts } from '../../../csm/products';
import { fold } from '../../../domain/fold';
import { systemClock } from '../../../platform/clock';

/** Pages of 100 in which a name is looked for before a product gets it. Beyond them the site has the last word. */
const PAGES_COMPARED = 20;

/** The product of that name, in any letter case, as far as the site's products can be read until then. */
export async function productNamed(csm: CsmClient, name: string, until: number): Promise<Product | undefined> {
  let cursor: string | null = null;
  for (let page = 0; page < PAGES_COMPARED && systemClock.now() < until; page += 1) {
    const read: Awaited<ReturnType<typeof readProducts>> = await readProducts(csm, cursor, 1);
    const found = read.products.find((product) => fold(product.name) === fold(name));
    if (found !== undefined || read.next === null) return found;
    cursor = read.next;
  }
  return undefined;
}
