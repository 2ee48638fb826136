import { fold } from '../../../domain/fold';
import type { ProductOperation } from '../../../domain/kinds/products';
import { readProducts } from '../../../csm/products';
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
};

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
