import { call } from '../../shared/call';
import type { LoadProducts } from '../../shared/use-products';

/** The products of the site, as the pickers of the console load them. */
export const loadProducts: LoadProducts = (cursor) => call('entitlements.products', { cursor });
