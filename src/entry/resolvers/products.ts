import type { Product } from '../../contract/entitlements';
import type { Creation, productResolvers } from '../../contract/resolvers/products';
import type { CsmClient } from '../../csm/client';
import { readProducts } from '../../csm/products';
import { fold } from '../../domain/fold';
import { SiteError } from '../../platform/http/site-error';
import type { Handler, HandlersOf } from '../define';
import { Refusal } from '../refusal';

const PAGE_SIZE = 25;
/** Pages of 100 that one call reads: what it has time for on a slow site. */
const PAGES_SEARCHED = 5;
/** Pages of 100 in which a name is looked for before a product gets it. Beyond them the site has the last word. */
const PAGES_COMPARED = 20;

const list: Handler<'products.list'> = async ({ cursor }, { csm }) => {
  const query = { limit: PAGE_SIZE, ...(cursor !== null && { cursor }) };
  const { results, nextPageCursor } = await csm.call('get-products', { query });
  return { products: results, next: nextPageCursor ?? null };
};

const search: Handler<'products.search'> = async ({ words, cursor }, { csm }) => {
  const { products, next } = await readProducts(csm, cursor, PAGES_SEARCHED);
  const wanted = fold(words);
  return { products: products.filter(({ name }) => fold(name).includes(wanted)), looked: products.length, next };
};

const get: Handler<'products.get'> = ({ id }, { csm }) => csm.call('get-product', { path: { productId: id } });

const create: Handler<'products.create'> = async ({ names }, { csm }) => {
  const present = await productsByName(csm);
  const creations: Creation[] = [];
  let stopped: string | null = null;
  for (const name of names) {
    const product = present.get(fold(name));
    if (stopped !== null) creations.push({ outcome: 'not-tried', name, message: stopped });
    else if (product !== undefined) creations.push({ outcome: 'exists', name, product });
    else {
      const creation = await createOne(csm, name);
      creations.push(creation);
      if (creation.outcome === 'created') present.set(fold(name), creation.product);
      // A site that did not answer one will hardly answer the next: what is left can be sent again later.
      if (creation.outcome === 'unconfirmed' || creation.outcome === 'not-tried') stopped = creation.message;
    }
  }
  return { creations };
};

async function createOne(csm: CsmClient, name: string): Promise<Creation> {
  try {
    return { outcome: 'created', name, product: await csm.call('create-product', { body: { name } }) };
  } catch (error) {
    if (!(error instanceof SiteError)) throw error;
    return { outcome: failedOutcome(error), name, message: wordsOf(error) };
  }
}

function failedOutcome({ kind, mayHaveBeenApplied }: SiteError): 'unconfirmed' | 'not-tried' | 'refused' {
  if (mayHaveBeenApplied) return 'unconfirmed';
  return kind === 'throttled' || kind === 'unavailable' ? 'not-tried' : 'refused';
}

const wordsOf = (error: SiteError): string =>
  error.serverMessages.join(' ') || (error.status === null ? 'The site did not answer.' : `Status ${error.status}.`);

const rename: Handler<'products.rename'> = async ({ id, name, seen }, { csm }) => {
  await requireSame(csm, id, seen);
  const taken = (await productsByName(csm)).get(fold(name));
  if (taken !== undefined && taken.id !== id)
    throw new Refusal('CONFLICT', `There is a product named “${taken.name}” already.`, 'Choose another name.');
  return csm.call('update-product', { path: { productId: id }, body: { name } });
};

const remove: Handler<'products.delete'> = async ({ id, seen }, { csm }) => {
  await requireSame(csm, id, seen);
  await csm.call('delete-product', { path: { productId: id } });
  return {};
};

/** @throws Refusal CONFLICT */
async function requireSame(csm: CsmClient, productId: string, seen: string): Promise<void> {
  const { name } = await csm.call('get-product', { path: { productId } });
  if (name === seen) return;
  throw new Refusal(
    'CONFLICT',
    `“${seen}” was renamed since this page showed it: it is now “${name}”.`,
    'Close this and look at the product again.',
  );
}

async function productsByName(csm: CsmClient): Promise<Map<string, Product>> {
  const { products } = await readProducts(csm, null, PAGES_COMPARED);
  return new Map(products.map((product) => [fold(product.name), product]));
}

export const productHandlers: HandlersOf<typeof productResolvers> = {
  'products.list': list,
  'products.search': search,
  'products.get': get,
  'products.create': create,
  'products.rename': rename,
  'products.delete': remove,
};
