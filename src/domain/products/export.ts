import type { Product } from '../../contract/entitlements';
import { PRODUCT_ID_COLUMN } from '../csv/console-file';

/** The layout of exported products: an import that creates or deletes products takes it back by name. */
export const productLayout = {
  headers: [PRODUCT_ID_COLUMN, 'Product'],
  row: ({ id, name }: Product): string[] => [id, name],
};
