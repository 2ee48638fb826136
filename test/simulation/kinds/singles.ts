import type { SiteState } from '../../../sandbox/csm/state';
import { type SimulatedKind, type SimulatedRow, chance, countOf, fields, pick, shownAs } from './draw';
import {
  addCustomer,
  addOrganization,
  customerId,
  emailOf,
  entitle,
  isEntitled,
  organizationId,
  organizationName,
} from './site';

const MOST_ROWS = 120;

export function products(random: () => number): SimulatedKind {
  const operation = pick(random, ['CREATE', 'UPDATE', 'DELETE']);
  const known: [string, string][] = [];
  const rows = Array.from({ length: countOf(random, MOST_ROWS) }, (_, index): SimulatedRow => {
    const [name, id] = [`Product ${index}`, `product-${index}`];
    if (operation !== 'CREATE') known.push([name, id]);
    return {
      cells: [name, `Renamed ${index}`],
      existed: operation !== 'CREATE',
      id: ({ products: all }) => (operation === 'CREATE' ? all.find(name)?.id : id),
      shown: (state) => shownAs(isProductDone(state, operation, index), false),
      held: ({ products: all }) => all.get(id)?.name,
    };
  });
  return {
    kind: 'products',
    operation,
    columns: [
      ['Product', { to: 'product', by: 'name' }],
      ['New name', operation === 'UPDATE' ? { to: 'newName' } : { to: 'nothing' }],
    ],
    products: known,
    rows,
    takesDoubles: operation === 'CREATE' && chance(random, 0.7),
    tellsIds: true,
    keepsBefore: isUndone(rows),
  };
}

/** Half of them are undone in the end. */
const isUndone = (rows: readonly SimulatedRow[]): boolean => rows.length % 2 === 0;

function isProductDone({ products: all }: SiteState, operation: string, index: number): boolean {
  const there = all.get(`product-${index}`);
  if (operation === 'CREATE') return all.find(`Product ${index}`) !== undefined;
  return operation === 'DELETE' ? there === undefined : there?.name === `Renamed ${index}`;
}

/** Names a holder by their name or by their id. */
function holderCells(isCustomer: boolean, index: number, isById: boolean): string[] {
  const [name, id] = isCustomer
    ? [emailOf(index), customerId(index)]
    : [organizationName(index), organizationId(index)];
  const cells = isById ? ['', id] : [name, ''];
  return isCustomer ? [...cells, '', ''] : ['', '', ...cells];
}

export function entitlements(random: () => number): SimulatedKind {
  const operation = pick(random, ['GRANT', 'UPSERT', 'UPDATE', 'REVOKE']);
  const takesDoubles = operation === 'GRANT' && chance(random, 0.7);
  const grantedBefore = operation === 'GRANT' ? (takesDoubles ? 0 : 0.2) : operation === 'UPSERT' ? 0.5 : 0.8;
  const rows = Array.from({ length: countOf(random, MOST_ROWS) }, (_, index): SimulatedRow => {
    const isCustomer = chance(random, 0.5);
    const [exists, isById] = [chance(random, 0.95), chance(random, 0.3)];
    const [isGranted, hasValue] = [chance(random, grantedBefore), chance(random, 0.5)];
    const region = pick(random, ['EU', 'US']);
    const locked = operation !== 'REVOKE' && chance(random, 0.1) ? 'note' : '';
    const holderId = isCustomer ? customerId(index) : organizationId(index);
    return {
      cells: [...holderCells(isCustomer, index, isById), 'Support', region, locked],
      existed: isGranted,
      id: (state) =>
        operation === 'REVOKE' ? `entitlement-${holderId}-p-support` : isEntitled(state, holderId, 'p-support')?.id,
      furnish(state) {
        if (!exists) return;
        if (isCustomer) addCustomer(state, index);
        else addOrganization(state, index);
        if (!isGranted) return;
        entitle(state, { id: holderId, type: isCustomer ? 'CUSTOMER' : 'ORGANIZATION' }, 'p-support');
        if (hasValue) isEntitled(state, holderId, 'p-support')?.details.set('Region', [region]);
      },
      shown(state) {
        const there = isEntitled(state, holderId, 'p-support');
        if (operation === 'REVOKE') return shownAs(there === undefined, false);
        return shownAs(there?.details.get('Region')?.[0] === region, locked !== '');
      },
      held(state) {
        const there = isEntitled(state, holderId, 'p-support');
        return there && [...(there.details.get('Region') ?? [])];
      },
    };
  });
  return {
    kind: 'entitlements',
    operation,
    columns: [
      ['Email', { to: 'email' }],
      ['Customer ID', { to: 'customerId' }],
      ['Organization', { to: 'name' }],
      ['Organization ID', { to: 'organizationId' }],
      ['Product', { to: 'product', by: 'name' }],
      ['Region', { to: 'detail', field: 'Region' }],
      ['Notes', { to: 'detail', field: 'Notes' }],
    ],
    fields: [fields.region, fields.locked],
    products: [['Support', 'p-support']],
    rows,
    takesDoubles,
    // What is gone by the time it is looked up cannot tell its id any more.
    tellsIds: operation !== 'REVOKE',
    keepsBefore: isUndone(rows),
  };
}
