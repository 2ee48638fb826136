import type { productResolvers } from '../../../contract/resolvers/products';
import type { CsmClient } from '../../../csm/client';
import { readProducts } from '../../../csm/products';
import { fold } from '../../../domain/fold';
import { isolated } from '../../../domain/isolated';
import { refuseIfChanged } from '../../changed';
import type { Handler, HandlersOf } from '../../define';
import { notingUntold } from '../../directory/noting';
import { Refusal } from '../../refusal';
import { productNamed } from './by-name';
import { ENOUGH_MS, create } from './create';
import { entitled } from './entitled';

/** Pages of 100 that one search reads: what it has time for on a slow site. */
const PAGES_SEARCHED = 5;

const list: Handler<'products.list'> = async ({ cursor, limit }, { csm }) => {
  const query = { limit, ...(cursor !== null && { cursor }) };
  const { results, nextPageCursor } = await csm.call('get-products', { query });
  return { products: results, next: nextPageCursor ?? null };
};

const search: Handler<'products.search'> = async ({ words, cursor }, { csm }) => {
  const { products, next } = await readProducts(csm, cursor, PAGES_SEARCHED);
  const wanted = fold(words);
  return { products: products.filter(({ name }) => fold(name).includes(wanted)), looked: products.length, next };
};

const get: Handler<'products.get'> = ({ id }, { csm }) => csm.call('get-product', { path: { productId: id } });

const rename: Handler<'products.rename'> = async ({ id, name, seen }, { csm, deadline }) => {
  refuseIfChanged('the name', [seen], [await nameOf(csm, id)]);
  const taken = await productNamed(csm, name, deadline - ENOUGH_MS);
  if (taken !== undefined && taken.id !== id)
    throw new Refusal('CONFLICT', `A product named “${isolated(taken.name)}” already exists.`, 'Choose another name.');
  return csm.call('update-product', { path: { productId: id }, body: { name } });
};

const remove: Handler<'products.delete'> = async ({ id, seen }, { csm }) => {
  const name = await nameOf(csm, id);
  if (name !== seen) {
    const advice = 'Check the product again before you delete it.';
    throw new Refusal(
      'CONFLICT',
      `“${isolated(seen)}” was renamed since you opened it. It’s now “${isolated(name)}”.`,
      advice,
    );
  }
  await csm.call('delete-product', { path: { productId: id } });
  return {};
};

const nameOf = async (csm: CsmClient, productId: string): Promise<string> =>
  (await csm.call('get-product', { path: { productId } })).name;

export const productHandlers: HandlersOf<typeof productResolvers> = {
  'products.list': list,
  'products.search': search,
  'products.get': get,
  'products.create': create,
  'products.rename': rename,
  // Whoever was entitled to it isn't any more.
  'products.delete': notingUntold(remove),
  'products.entitled': entitled,
};
