import { fold } from '../../../domain/fold';
import type { ProductOperation } from '../../../domain/kinds/products';
import { readProducts } from '../../../csm/products';
import { SiteError } from '../../../platform/http/site-error';
import { type DirectHalf, type Told, allDone } from '../half';
import { findGone } from './gone';
import type { SiteApi } from '../site-api';

/** Creates, renames and deletes products, and finds them again by name or id. */
export const productsOnSite: DirectHalf<ProductOperation> = {
  async perform({ csm }, operation) {
    switch (operation.type) {
      case 'CREATE':
        return { ...allDone, id: (await csm.call('create-product', { body: { name: operation.name } })).id };
      case 'UPDATE':
        await csm.call('update-product', { path: { productId: operation.id }, body: { name: operation.name } });
        return allDone;
      case 'DELETE':
        await csm.call('delete-product', { path: { productId: operation.id } });
        return allDone;
    }
  },
  async findDone(site, operation) {
    if (operation.type === 'CREATE') return findByName(site, operation.name);
    const productId = operation.id;
    if (operation.type === 'DELETE') return findGone(() => site.csm.call('get-product', { path: { productId } }));
    return (await site.csm.call('get-product', { path: { productId } })).name === operation.name ? {} : null;
  },
  async before({ csm }, operation) {
    // Jobs that create or delete keep nothing: they can't be undone.
    if (operation.type !== 'UPDATE') return 'unknown';
    const { id, name } = await csm.call('get-product', { path: { productId: operation.id } });
    return { id, name, values: [], joined: [] };
  },
};

/** What a product is called; null where the site has none of this ID. @throws SiteError */
export async function showProductName({ csm }: SiteApi, productId: string): Promise<string | null> {
  try {
    return (await csm.call('get-product', { path: { productId } })).name;
  } catch (error) {
    if (error instanceof SiteError && error.kind === 'not-found') return null;
    throw error;
  }
}

/** Nothing in the API finds a product by its name: all of them are read. Asked for after a lost answer alone. */
async function findByName({ csm }: SiteApi, name: string): Promise<Told | null> {
  let from: string | null = null;
  do {
    const { products, next } = await readProducts(csm, from, 1);
    const found = products.find((product) => fold(product.name) === fold(name));
    if (found !== undefined) return { id: found.id };
    from = next;
  } while (from !== null);
  return null;
}
