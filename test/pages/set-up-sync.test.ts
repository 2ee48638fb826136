import { planFor } from '../support/console';
import { ConsoleInNode } from '../support/page/console';

let ui: ConsoleInNode;
beforeAll(async () => {
  ui = await ConsoleInNode.start('empty');
});
afterAll(() => ui.close());

it('warns that a sync joins no rows, where the import did', async () => {
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
  await ui.getByText('The import joined 2 rows with others about the same customer.').waitFor();
  const alone = await ui.elsewhere((ada) => ada.startImport({ plan, rows: [[2, cells('cy')]] }));
  await ui.open(`sync/new/${alone}`);
  await ui.button('Create sync').waitFor();
  expect(ui.getByText('The import joined').count()).toBe(0);
});
