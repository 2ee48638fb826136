import { fold } from '../../../domain/fold';
import type { ProductOperation } from '../../../domain/kinds/products';
import { readProducts } from '../../../csm/products';
import type { DirectHalf } from '../half';
import { isGone } from './gone';
import type { SiteApi } from '../site-api';

/** Creates, renames and deletes products, and finds them again by name or id. */
export const productsOnSite: DirectHalf<ProductOperation> = {
  async perform({ csm }, operation) {
    switch (operation.type) {
      case 'CREATE':
        await csm.call('create-product', { body: { name: operation.name } });
        return null;
      case 'UPDATE':
        await csm.call('update-product', { path: { productId: operation.id }, body: { name: operation.name } });
        return null;
      case 'DELETE':
        await csm.call('delete-product', { path: { productId: operation.id } });
        return null;
    }
  },
  async isDone(site, operation) {
    if (operation.type === 'CREATE') return isThere(site, operation.name);
    const productId = operation.id;
    if (operation.type === 'DELETE') return isGone(() => site.csm.call('get-product', { path: { productId } }));
    return (await site.csm.call('get-product', { path: { productId } })).name === operation.name;
  },
};

/** Nothing in the API finds a product by its name: all of them are read. Asked for after a lost answer alone. */
async function isThere({ csm }: SiteApi, name: string): Promise<boolean> {
  let from: string | null = null;
  do {
    const { products, next } = await readProducts(csm, from, 1);
    if (products.some((product) => fold(product.name) === fold(name))) return true;
    from = next;
  } while (from !== null);
  return false;
}
