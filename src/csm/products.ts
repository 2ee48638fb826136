import type { CsmClient } from './client';
import type { Product } from './contract/schemas.gen';

/** Most products of one page (CSM reference). */
export const PRODUCTS_PER_READ = 100;

export interface ProductsRead {
  products: Product[];
  /** Where to go on; null at the end. */
  next: string | null;
}

/** The products from a cursor on, as many pages of 100 as are asked for: nothing in the API searches them. */
export async function readProducts(csm: CsmClient, from: string | null, pages: number): Promise<ProductsRead> {
  const products: Product[] = [];
  let cursor = from;
  for (let page = 0; page < pages; page += 1) {
    const query = { limit: PRODUCTS_PER_READ, ...(cursor !== null && { cursor }) };
    const read = await csm.call('get-products', { query });
    products.push(...read.results);
    cursor = read.nextPageCursor ?? null;
    if (cursor === null) break;
  }
  return { products, next: cursor };
}
