import * as v from 'valibot';
import { productSchema } from '../entitlements';

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(255));
/** CSM reference, ProductRequest: up to 200 characters. */
const name = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200));
/** Where a page begins: as the answer before it said, null for the first. */
const cursor = v.nullable(v.pipe(v.string(), v.minLength(1)));
const next = v.nullable(v.string());
const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** Products of one page of `products.list`. CSM reference, get-products. */
export const MAX_PRODUCTS_LISTED = 100;

/** Products that `products.create` takes in one call: as many as one invocation has time for on a site that is not slow. */
export const MAX_PRODUCTS_CREATED = 20;

/** What became of one name that was to be created. */
export const creationSchema = v.variant('outcome', [
  v.object({ outcome: v.literal('created'), name: v.string(), product: productSchema }),
  /** There is one of that name, in any letter case: nothing was sent for it. */
  v.object({ outcome: v.literal('exists'), name: v.string(), product: productSchema }),
  v.object({ outcome: v.literal('refused'), name: v.string(), message: v.string() }),
  /** The site may have created it all the same. */
  v.object({ outcome: v.literal('unconfirmed'), name: v.string(), message: v.string() }),
  /** Not sent, or not taken, as the site has no time for it now; the advice says when to send it again. */
  v.object({ outcome: v.literal('not-tried'), name: v.string(), message: v.string(), advice: v.string() }),
]);
export type Creation = v.InferOutput<typeof creationSchema>;

/** What customers and organizations can be entitled to. The site pages them by cursor and never says how many there are. */
export const productResolvers = {
  /** One page: 25 for a list, more for those who need all of them. */
  'products.list': {
    request: v.object({ cursor, limit: v.pipe(count, v.minValue(1), v.maxValue(MAX_PRODUCTS_LISTED)) }),
    response: v.object({ products: v.array(productSchema), next }),
  },
  /**
   * Products whose name holds the words, in any letter case. The site cannot search: it is read through, up to
   * 500 products a call. `looked` is how many were read; a `next` goes on from there.
   */
  'products.search': {
    request: v.object({ words: name, cursor }),
    response: v.object({ products: v.array(productSchema), looked: count, next }),
  },
  'products.get': { request: v.object({ id }), response: productSchema },
  /**
   * One outcome for each of the first names, in their order: of all that there was time for on a slow site. What the site
   * has already is not looked for: one call has no time to read a large site, so whoever calls does, page by page.
   */
  'products.create': {
    request: v.object({ names: v.pipe(v.array(name), v.minLength(1), v.maxLength(MAX_PRODUCTS_CREATED)) }),
    response: v.object({ creations: v.pipe(v.array(creationSchema), v.minLength(1)) }),
  },
  /** CONFLICT where another product has the name, or, with `present`, where the product is not called `seen` any more. */
  'products.rename': { request: v.object({ id, name, seen: v.string() }), response: productSchema },
  /** Deletes a product with its entitlements. CONFLICT where it is not called `seen` any more. */
  'products.delete': { request: v.object({ id, seen: v.string() }), response: v.object({}) },
  /**
   * The organizations that are entitled to a product, among 50 of the site's organizations from `start` on. Nothing in
   * the API lists who is; the customers who hold a product themselves cannot be found at all. A null `next` ends.
   */
  'products.entitled': {
    request: v.object({ id, start: count }),
    response: v.object({
      organizations: v.array(v.object({ id: v.string(), name: v.string() })),
      looked: count,
      next: v.nullable(count),
    }),
  },
} as const;
