import { planFor } from '../support/console';
import { ConsoleInNode } from '../support/page/console';

let ui: ConsoleInNode;
beforeAll(async () => {
  ui = await ConsoleInNode.start('empty');
});
afterAll(() => ui.close());

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
