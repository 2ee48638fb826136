import { type SimulatedKind, type SimulatedRow, chance, countOf, fields, pick, shownAs } from './draw';
import { addCustomer, addOrganization, customerId, emailOf, organizationId, organizationName } from './site';

/** Values of customers or organizations, by both routes. Some rows name an entity by its id that another names otherwise. */
export function detailValues(random: () => number): SimulatedKind {
  const isCustomer = chance(random, 0.5);
  const route = pick(random, ['bulk', 'direct']);
  const rows: SimulatedRow[] = [];
  const twins = new Set<string>();
  const wanted = countOf(random, route === 'bulk' ? 300 : 120);
  for (let index = 0; rows.length < wanted; index += 1) {
    const row = detailRow(random, isCustomer, index);
    rows.push(row);
    const [name = '', id = '', ...values] = row.cells;
    const other = name === '' ? [nameOf(isCustomer, index), ''] : ['', idOf(isCustomer, index)];
    if (id !== '' || !chance(random, 0.05)) continue;
    rows.push({ ...row, cells: [...other, ...values], isTwin: true });
    twins.add(idOf(isCustomer, index));
  }
  return {
    kind: isCustomer ? 'customer-details' : 'organization-details',
    operation: 'UPDATE',
    route,
    columns: [
      ['Name', { to: isCustomer ? 'email' : 'name' }],
      ['ID', { to: isCustomer ? 'customerId' : 'organizationId' }],
      ['Region', { to: 'detail', field: 'Region' }],
      ['Tags', { to: 'detail', field: 'Tags', action: pick(random, ['add', 'replace', 'clear']) }],
      ['Notes', { to: 'detail', field: 'Notes' }],
    ],
    fields: [fields.region, fields.tags, fields.locked],
    rows,
    twins,
    tellsIds: true,
  };
}

const nameOf = (isCustomer: boolean, index: number): string => (isCustomer ? emailOf(index) : organizationName(index));
const idOf = (isCustomer: boolean, index: number): string => (isCustomer ? customerId(index) : organizationId(index));

function detailRow(random: () => number, isCustomer: boolean, index: number): SimulatedRow {
  const exists = chance(random, 0.9);
  const names = chance(random, 0.7) ? [nameOf(isCustomer, index), ''] : ['', idOf(isCustomer, index)];
  const region = pick(random, ['EU', 'US']);
  const tag = chance(random, 0.5) ? pick(random, ['a', 'b']) : '';
  const locked = chance(random, 0.1) ? 'note' : '';
  return {
    cells: [...names, region, tag, locked],
    existed: exists,
    id: () => idOf(isCustomer, index),
    ...(exists && {
      furnish: (state) => (isCustomer ? addCustomer(state, index) : addOrganization(state, index)),
    }),
    shown({ customers, organizations }) {
      const there = (isCustomer ? customers : organizations).get(idOf(isCustomer, index))?.details;
      const tags = there?.get('Tags') ?? [];
      // Added, replaced or cleared: which of them is the column's to say.
      const areTagsDone = tag === '' || tags.includes(tag) || tags.length === 0;
      return shownAs(there?.get('Region')?.[0] === region && areTagsDone, locked !== '');
    },
  };
}
