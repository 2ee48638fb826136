import { MAX_PRODUCTS_LISTED } from '../../../contract/resolvers/products';
import { call } from '../../shared/call';
import type { LoadProducts } from '../../shared/use-products';

/** The products of the site, as the pickers of the console load them. */
export const loadProducts: LoadProducts = (cursor) => call('products.list', { cursor, limit: MAX_PRODUCTS_LISTED });
