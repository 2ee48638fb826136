import { revokeWhere } from '../associations';
import type { Emulation, Handlers } from '../call';
import { PRODUCTS_PAGE_MAX } from '../limits';
import type { Product } from '../model';
import { badRequest, notFound } from '../refusal';
import { lenientParameter } from '../query';

function productOf({ state }: Emulation, id: string): Product {
  const product = state.products.get(id);
  if (product === undefined) throw notFound(`There is no product ${id}.`);
  return product;
}

/** @throws Refusal 400 for a name that is empty or taken; the contract's schema limits its length. */
function checkName({ state, faults }: Emulation, name: string, own?: Product): void {
  if (name === '') throw badRequest('The name of a product is not empty.');
  const taken = state.products.find(name);
  if (taken !== undefined && taken !== own && !faults.doublesTaken)
    throw badRequest(`A product named "${name}" exists already.`);
}

const toCursor = (product: Product): string => Buffer.from(product.id).toString('base64url');

/** A cursor names the last product of the page before. It stays good when products are added, not when that one is deleted. */
function placeAfter(products: readonly Product[], cursor: string | null): number {
  if (cursor === null) return 0;
  const place = products.findIndex((product) => toCursor(product) === cursor);
  if (place === -1) throw badRequest('The cursor is not one of this list.');
  return place + 1;
}

export const productHandlers: Handlers<
  'get-products' | 'create-product' | 'get-product' | 'update-product' | 'delete-product'
> = {
  /** A limit below 1 or above 100 is taken as 100. CSM reference, get products. */
  'get-products': ({ site, query }) => {
    const limit = lenientParameter(query, 'limit', { otherwise: PRODUCTS_PAGE_MAX, least: 1, most: PRODUCTS_PAGE_MAX });
    const products = [...site.state.products.values()];
    const from = placeAfter(products, query.get('cursor'));
    const results = products.slice(from, from + limit);
    const last = results.at(-1);
    const hasNextPage = from + limit < products.length;
    return { results, hasNextPage, ...(hasNextPage && last !== undefined && { nextPageCursor: toCursor(last) }) };
  },
  'create-product': ({ site, body }) => {
    const name = body().name.trim();
    checkName(site, name);
    return site.state.products.add({ id: site.state.ids.uuid(), name });
  },
  'get-product': ({ site, param }) => productOf(site, param('productId')),
  'update-product': ({ site, param, body }) => {
    const { name: rawName } = body();
    const product = productOf(site, param('productId'));
    const name = rawName.trim();
    checkName(site, name, product);
    site.state.products.change(product, () => (product.name = name));
    return product;
  },
  /** With the product go its entitlements. The contract has no 404 here. */
  'delete-product': ({ site: { state }, param }) => {
    const product = state.products.get(param('productId'));
    if (product === undefined) throw badRequest(`There is no product ${param('productId')}.`);
    revokeWhere(state, (entitlement) => entitlement.productId === product.id);
    state.products.remove(product);
    return undefined;
  },
};
