import type { ImportColumn, ImportPlan } from '../../contract/imports';
import { fold } from '../fold';
import { MAX_PRODUCT_NAME_CHARS } from '../products/names';
import { nameCellReader, productReader } from './cells/readers';
import { type SetupProblem, defineKind } from './kind';
import type { CellReader, Reading } from './place';
import { ofWholeRow } from './problem';

/** What is done to one product, by a call of its own. */
export type ProductOperation =
  { type: 'CREATE'; name: string } | { type: 'UPDATE'; id: string; name: string } | { type: 'DELETE'; id: string };

interface Gathered {
  /** The product that the row is about, where the site has it. */
  id?: string;
  /** As the cell has it. */
  given?: string;
  newName?: string;
}

export const PRODUCTS = 'products';

/** Products, by single calls: the API has no bulk request for them. */
export const products = defineKind<Gathered, ProductOperation>({
  id: PRODUCTS,
  words: {
    one: 'product',
    many: 'products',
    title: 'Products',
    purpose: 'Create, rename or delete products from a list.',
    row: 'Each row is one product.',
    identity: 'Products are identified by name or product ID.',
    partly: 'The product was saved in part.',
    lasting: 'Deleting a product deletes its entitlements. The console can’t restore them, or names that are replaced.',
  },
  group: 'products',
  entity: null,
  undo: { created: null },
  reach: 'anybody',
  operations: [
    {
      id: 'CREATE',
      name: 'Create only',
      meaning: 'Every row creates a product. Names your site already has are found in the check.',
      effect: 'created',
      again: 'is refused if your site already has the product, and creates it if not',
      verb: 'Create',
      notUndoable: 'Products that an import creates stay: your site doesn’t tell who is entitled to one.',
    },
    {
      id: 'UPDATE',
      name: 'Rename',
      meaning: 'Every row gives a product a new name.',
      effect: 'renamed',
      again: 'writes the same name again',
      verb: 'Rename',
    },
    {
      id: 'DELETE',
      name: 'Delete',
      meaning: 'Every row deletes a product and its entitlements.',
      effect: 'deleted, with their entitlements',
      done: 'deleted',
      again: 'deletes the product if your site still has it',
      verb: 'Delete',
      removes: true,
      notUndoable: 'Deleted products can’t come back: nothing tells who was entitled to them.',
    },
  ],
  routes: ['direct'],
  rowsPerRequest: 1,
  permission: 'Agent, or Administer Jira to delete',
  places: [
    {
      target: { to: 'product', by: 'name' },
      label: 'Product name (identifier)',
      group: 'Product',
      fills: 'product',
      synonyms: ['product', 'products', 'productname', 'name', 'produkt', 'produit', 'producto'],
      identifies: true,
      lookup: 'product',
      template: { header: 'Product', example: 'Support Plus' },
      reader: (reading) => (reading.plan.operation === 'CREATE' ? newNameReader(reading) : existingReader(reading)),
    },
    {
      target: { to: 'product', by: 'id' },
      label: 'Product ID (identifier)',
      group: 'Product',
      fills: 'productId',
      synonyms: [],
      idsOf: 'product',
      identifies: true,
      reader: existingReader,
    },
    {
      target: { to: 'newName' },
      label: 'New name',
      group: 'Product',
      fills: 'newName',
      synonyms: ['newname', 'newproductname'],
      isNeeded: true,
      template: { header: 'New name', example: 'Support Premium', only: 'UPDATE' },
      reader: () =>
        nameCellReader((payload, name) => {
          payload.newName = name;
        }, MAX_PRODUCT_NAME_CHARS),
    },
  ],
  setupProblems,
  newPayload: () => ({}),
  finish,
  siteId: (operation) => ('id' in operation ? operation.id : undefined),
});

/** A name that the site has already is found in the check, and not by the site. */
function newNameReader({ plan }: Reading): CellReader<Gathered> {
  const taken = new Set(plan.lookups.products.map(([name]) => name));
  const read = nameCellReader<Gathered>((payload, name) => {
    payload.given = name;
  }, MAX_PRODUCT_NAME_CHARS);
  return (raw, payload) =>
    taken.has(fold(raw))
      ? { value: raw, message: 'Your site already has a product with this name.' }
      : read(raw, payload);
}

function existingReader(reading: Reading): CellReader<Gathered> {
  const read = productReader<Gathered>(reading, (payload, id) => {
    payload.id = id;
  });
  return (raw, payload) => {
    if (raw.trim() !== '') payload.given = raw.trim();
    const problem = read(raw, payload);
    // What is renamed or deleted has to be there: creating it first would be no help.
    return problem && { value: problem.value, message: problem.message };
  };
}

function setupProblems(columns: readonly ImportColumn[], operation: string): SetupProblem[] {
  const identifying = columns.filter(({ target }) => target.to === 'product');
  if (operation === 'CREATE') {
    const byId = identifying.filter(({ target }) => target.by === 'id');
    if (byId.length > 0)
      return byId.map(({ header }) => ({
        column: header,
        message: 'New products don’t have an ID yet. Don’t import this column, or choose another operation.',
      }));
  }
  if (identifying.length === 0) return [{ column: null, message: 'Map a column to the product name.' }];
  const renames = columns.some(({ target }) => target.to === 'newName');
  if (operation === 'UPDATE' && !renames) return [{ column: null, message: 'Map a column to the new name.' }];
  return [];
}

function finish({ id, given, newName }: Gathered, { operation }: ImportPlan) {
  if (given === undefined) return ofWholeRow('The row has no product.');
  const identities = [{ place: 'product', value: id ?? given }];
  if (operation === 'CREATE') return { operation: { type: 'CREATE' as const, name: given }, identities };
  if (id === undefined) return ofWholeRow('The row has no product that your site has.');
  if (operation === 'DELETE') return { operation: { type: 'DELETE' as const, id }, identities };
  if (newName === undefined) return ofWholeRow('The row has no new name.');
  return { operation: { type: 'UPDATE' as const, id, name: newName }, identities };
}
