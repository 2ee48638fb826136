import type { Product } from '../../../contract/entitlements';
import type { CsmClient } from '../../../csm/client';
import { readProducts } from '../../../csm/products';
import { fold } from '../../../domain/fold';

/** Pages of 100 in which a name is looked for before a product gets it. Beyond them the site has the last word. */
const PAGES_COMPARED = 20;

/** The products of the site by their names, folded. */
export async function productsByName(csm: CsmClient): Promise<Map<string, Product>> {
  const { products } = await readProducts(csm, null, PAGES_COMPARED);
  return new Map(products.map((product) => [fold(product.name), product]));
}
