import { noUndoJobs } from '../../src/contract/jobs';
import { planFor } from '../support/console';
import { ConsoleInNode } from '../support/page/console';

let ui: ConsoleInNode;
beforeAll(async () => {
  ui = await ConsoleInNode.start('empty');
});
afterAll(() => ui.close());

it('says that a sync which only creates records puts nothing back, and offers it to others', async () => {
  const rows = [[2, ['di@example.com', 'di']] satisfies [number, string[]]];
  const creating = await ui.elsewhere((ada) => ada.startImport({ plan: planFor('CREATE'), rows }));
  await ui.open(`sync/new/${creating}`);
  await ui.getByText('This sync only creates records: what differs is listed, and can’t be put back.').waitFor();
  expect(ui.getByText('Put back what the export says').count()).toBe(0);
  const updating = await ui.elsewhere((ada) => ada.startImport({ plan: planFor('UPSERT'), rows }));
  await ui.open(`sync/new/${updating}`);
  await ui.getByText('Put back what the export says').waitFor();
});

it('says what a sync of products can’t do, and offers nothing that it can’t', async () => {
  const columns = [{ header: 'Product', target: { to: 'product', by: 'name' as const } }];
  const plan = { ...planFor('CREATE'), kind: 'products', columns };
  const products = await ui.elsewhere((ada) => ada.startImport({ plan, rows: [[2, ['Support Plus']]] }));
  await ui.open(`sync/new/${products}`);
  await ui.getByText('The products of an export can’t be compared with your site').waitFor();
  for (const label of ['Set or clear fields', 'Take them out of their organizations', 'Who owns a field'])
    expect(ui.getByText(label).count()).toBe(0);
});

it('says that a sync joins rows as its import did, where that has joined some', async () => {
  const cells = (name: string): string[] => [`${name}@example.com`, name];
  const plan = planFor('UPSERT');
  const joined = await ui.elsewhere((ada) =>
    ada.startImport({
      plan,
      rows: [
        [2, cells('ada'), [3, 5]],
        [4, cells('bo')],
      ],
    }),
  );
  await ui.open(`sync/new/${joined}`);
  await ui.getByText('Rows about the same customer are joined as they were there.').waitFor();
  const alone = await ui.elsewhere((ada) => ada.startImport({ plan, rows: [[2, cells('cy')]] }));
  await ui.open(`sync/new/${alone}`);
  await ui.button('Create sync').waitFor();
  expect(ui.getByText('are joined as').count()).toBe(0);
});

it('says that the rows of an import that was undone don’t count as applied', async () => {
  const plan = { ...planFor('UPSERT'), keepsBefore: true as const };
  const jobId = await ui.elsewhere((ada) => ada.startImport({ plan, rows: [[2, ['eve@example.com', 'Eve']]] }));
  await ui.run(60_000);
  await ui.open(`sync/new/${jobId}`);
  await ui.getByText('Rows that this import has written count as applied.').waitFor();
  await ui.elsewhere(async (ada) => {
    const { remove, next } = await ada.call('jobs.planUndo', { jobId, from: 0 });
    expect({ remove, next }).toEqual({ remove: 1, next: null });
    let undoing = await ada.call('jobs.undo', { jobId, removes: 1, jobs: noUndoJobs });
    while (!undoing.isStarted) undoing = await ada.call('jobs.undo', { jobId, removes: 1, jobs: undoing.jobs });
  });
  await ui.open(`sync/new/${jobId}`);
  await ui.getByText('The import was undone, so its rows don’t count as applied.').waitFor();
});
