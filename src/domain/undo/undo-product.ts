import type { ImportPlan, StoredRow } from '../../contract/imports';
import type { Before } from '../jobs/before';
import { ifUnchanged } from './undo-plan';
import { PRODUCTS, type ProductOperation, products } from '../kinds/products';

/** A row that has renamed a product, or perhaps has. */
export interface RenamedProduct {
  id: string;
  /** The names that rows of its batch have given the product: two can have named the same. */
  given: ReadonlySet<string>;
  before: Before | undefined;
  /** What the product is called by now; null where the site has it no more. */
  now: string | null;
}

/** The plan of the job that gives products their earlier names back. It keeps what it finds, so that it can be undone, too. */
export const productNamesPlan: ImportPlan = {
  kind: PRODUCTS,
  operation: 'UPDATE',
  columns: [
    { header: 'Product ID', target: { to: 'product', by: 'id' } },
    ...ifUnchanged({ header: 'New name', target: { to: 'newName' } }),
  ],
  fields: [],
  options: { emptyCells: 'leave', valueSeparator: ';' },
  lookups: { organizations: [], products: [] },
  keepsBefore: true,
};

/** The cells that give a product its earlier name back; null where it has that. Or why it is left alone. */
export function undoRename({ id, given, before, now }: RenamedProduct): { cells: string[] | null } | { left: string } {
  if (typeof before !== 'object' || before?.name === undefined)
    return { left: 'It isn’t known what was there before.' };
  const { name } = before;
  if (now === null) return { left: 'Your site doesn’t show the product.' };
  if (now === name) return { cells: null };
  if (!given.has(now)) return { left: 'The name has changed since.' };
  const { operation } = encode([id, name, now]);
  return isRename(operation, name)
    ? { cells: [id, name, now] }
    : { left: 'The earlier name can’t be written by an import.' };
}

const encode = (cells: StoredRow[1]) => products.encoder(productNamesPlan)(cells);

const isRename = (operation: ProductOperation | null, name: string): boolean =>
  operation?.type === 'UPDATE' && operation.name === name;
