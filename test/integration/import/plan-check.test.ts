import type { ImportPlan } from '../../../src/contract/imports';
import { MAX_ROWS } from '../../../src/contract/imports';
import { type ImportSite, importSite, plan, region, row } from '../../support/import-site';

let world: ImportSite;
beforeEach(async () => {
  world = await importSite();
});
afterEach(() => world.close());

const email = { header: 'E-mail', target: { to: 'email' } };
const one = { total: 1, leftOut: 0, accepted: 1 };

function create(changes: Partial<ImportPlan>, rows = one): Promise<{ jobId: string }> {
  const request = { name: 'customers.csv', plan: { ...plan, ...changes }, delimiter: ',' as const, rows };
  return world.sandbox.settle(world.ada.call('jobs.create', request));
}

// A browser can send anything: what the frame has checked is checked once more where it arrives.
it.each<[string, Partial<ImportPlan>, string]>([
  ['a kind that there is not', { kind: 'horses' }, 'There is no kind of import "horses".'],
  ['an operation that the kind has not', { operation: 'DELETE' }, 'no operation "DELETE"'],
  ['no columns', { columns: [] }, 'The plan has no columns.'],
  [
    'too many columns',
    { columns: Array.from({ length: 501 }, () => ({ header: 'x', target: { to: 'nothing' } })) },
    'more than 500',
  ],
  ['nothing that identifies the rows', { columns: [{ header: 'N', target: { to: 'displayName' } }] }, 'Map a column'],
  ['two columns for one place', { columns: [email, { ...email, header: 'Mail' }] }, 'goes to the same place'],
  ['a place that the kind has not', { columns: [email, { header: 'x', target: { to: 'shoes' } }] }, 'no such place'],
  [
    'a field that the plan does not carry',
    { columns: [email, { header: 'x', target: { to: 'detail', field: 'Shoes' } }] },
    'no detail field "Shoes"',
  ],
])('a plan with %s is refused', async (_, changes, words) => {
  await expect(create(changes)).rejects.toThrow(words);
});

it.each<[string, ImportPlan['fields'][number], string]>([
  ['that the site does not have', { name: 'Shoes', type: 'TEXT', options: [] }, 'is not on your site'],
  ['of another type', { ...region, type: 'TEXT' }, 'has another type'],
])('a plan that brings along a field %s is refused', async (_, field, words) => {
  const columns = [email, { header: 'x', target: { to: 'detail', field: field.name } }];
  await expect(create({ columns, fields: [field] })).rejects.toThrow(words);
});

it.each([1e300, MAX_ROWS + 1, 0.5, -1])('a job of %p rows is refused', async (accepted) => {
  await expect(create({}, { total: accepted, leftOut: 0, accepted })).rejects.toThrow('rows.');
});

it('a part with one customer twice is refused, in whatever letter case', async () => {
  const [number, [, ...cells]] = row(1);
  const twin: [number, string[]] = [number, ['CUSTOMER0@example.com', ...cells]];
  const starts = world.sandbox.settle(world.ada.startImport({ plan, rows: [row(0), twin] }));
  await expect(starts).rejects.toThrow('Two rows are for the same customer.');
});
