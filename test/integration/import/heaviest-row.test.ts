import type { ImportSetup } from '../../../src/contract/file-frame';
import type { FieldDefinition } from '../../../src/contract/fields';
import { checkFile } from '../../../src/domain/file/check/check-file';
import { openFile } from '../../../src/domain/file/read/open-file';
import { packAccepted } from '../../support/console';
import type { ImportSite } from '../../support/import-site';
import { furnishing, siteOfKinds } from '../../support/import-rows';

let world: ImportSite;
beforeEach(async () => {
  world = await siteOfKinds();
});
afterEach(() => world.close());

const pass = { signal: new AbortController().signal, progress: () => undefined };
const fields = Array.from({ length: 20 }, (_, at): FieldDefinition => ({ name: `F${at}`, type: 'TEXT', options: [] }));
const setup: ImportSetup = {
  kind: 'customer-details',
  operation: 'UPDATE',
  columns: [
    { header: 'ID', target: { to: 'customerId' } },
    ...fields.map(({ name }) => ({ header: name, target: { to: 'detail', field: name } })),
  ],
  fields,
  options: { emptyCells: 'leave', valueSeparator: ';' },
};
const plan = { ...setup, route: 'bulk' as const, lookups: { organizations: [], products: [] } };
/** A row for a customer that fills so many of its twenty columns. */
const cellsOf = (id: string, filled: number): string[] => [id, ...fields.map((_, at) => (at < filled ? 'x' : ''))];

it('tells how many operations the heaviest row of a file has, also where cells of it are left out', async () => {
  const check = async (rows: string[][], columns = setup.columns) => {
    const lines = [columns.map(({ header }) => header), ...rows].map((cells) => cells.join(','));
    const file = await openFile(new Blob([lines.join('\n')]), 'x.csv');
    return (await checkFile(file, { ...setup, columns }, () => Promise.resolve([]), pass)).summary;
  };
  expect(await check([cellsOf('qm:1', 3), cellsOf('qm:2', 7), cellsOf('', 20)])).toMatchObject({
    ready: 2,
    heaviest: 7,
  });
});

it('puts a hundred customers into a request where their cells allow it, however many columns there are', async () => {
  const { addCustomer } = furnishing(world);
  for (const { name } of fields)
    world.sandbox.site.state().fields.customer.add({ ...fieldOf(name), view: 'everyone', edit: 'everyone' });
  const rows = Array.from({ length: 120 }, (_, index): [number, string[]] => [
    index + 2,
    cellsOf(addCustomer(`c${index}@example.com`), 10),
  ]);
  const sizes = async (heaviest?: number): Promise<number[]> => {
    const { call } = world.ada;
    const counts = { total: 120, leftOut: 0, accepted: 120, ...(heaviest !== undefined && { heaviest }) };
    const { jobId } = await call('jobs.create', { name: 'x.csv', plan, delimiter: ',', rows: counts });
    for (const [piece, data] of packAccepted(rows).entries())
      await call('jobs.upload', { jobId, list: 'accepted', part: 0, piece, pieces: 1, data });
    await call('jobs.start', { jobId });
    const { tally } = await world.finish(jobId);
    expect(tally.succeeded).toBe(120);
    const { batches } = await world.sandbox.settle(call('jobs.batches', { jobId, from: 0 }));
    return batches.map((batch) => batch.rows);
  };
  expect(await sizes(10)).toEqual([100, 20]);
  expect(await sizes()).toEqual([50, 50, 20]);
  await expect(sizes(9)).rejects.toThrow('A row changes more than was said.');
});

const fieldOf = (name: string) => ({ id: name, name, type: 'TEXT' as const, options: [] });
