import type { LeftOutRow, StoredRow } from '../../src/contract/imports';
import { planFor } from '../support/console';
import { failing } from '../support/page/between';
import { ConsoleInNode } from '../support/page/console';

let ui: ConsoleInNode;

beforeAll(async () => {
  ui = await ConsoleInNode.start();
});
afterAll(() => ui.close());

/** Imports 78 customers of a file of 80, two of whose rows have problems and are left out. */
async function startImport(name: string): Promise<void> {
  const cells = (row: number) => [`person${row}@${name}.example`, `Person ${row}`];
  const rows = Array.from({ length: 78 }, (_, at): StoredRow => [at + 2, cells(at + 2)]);
  const leftOut = [80, 81].map((row): LeftOutRow => [row, cells(row), ['“Europe” is not an option.']]);
  const file = { name, plan: planFor('UPSERT'), rows, leftOut };
  await ui.elsewhere((ada) => ada.startImport(file));
}

async function import78(name: string): Promise<void> {
  await startImport(name);
  await ui.run(60_000);
}

describe('the overview', () => {
  it('says how to begin on a site that has customers, and how full the detail fields are', async () => {
    await ui.open('overview');
    await ui.getByRole('heading', { name: 'See all your customers', exact: true }).waitFor();
    expect(ui.getByText('Import your first customers').count()).toBe(0);
    await ui.text('16 of 50 used').waitFor();
    await ui.getByRole('progressbar', { name: 'Fields for customers: 16 of 50 used' }).waitFor();
    await ui.button('Organizations').click();
    await ui.at('fields/organizations');
    await ui.goBack();
    await ui.button('Create a customer').click();
    await ui.at('customers/new');
  });

  it('shows nothing to do after an import whose rows were left out on purpose', async () => {
    await import78('clean');
    await ui.open('overview');
    await ui.text('Done, some left out').waitFor();
    await ui.text('Nothing needs attention.').waitFor();
    await ui.text('Nothing is running.').waitFor();
    expect(ui.getByText('didn’t succeed').count()).toBe(0);
  });

  it('leads to an import of which rows did not succeed', async () => {
    ui.faults({ rowFailRate: 1 });
    await import78('refused');
    ui.faults({ rowFailRate: 0 });
    await ui.open('overview');
    await ui.text('78 rows didn’t succeed').waitFor();
    await ui.button('refused').first().click();
    await ui.button('Download unsuccessful rows').waitFor();
    await ui.text('78 of 78 rows · 100%').waitFor();
  });

  it('shows how far the running import is, and leaves what it takes of the site to its page', async () => {
    ui.settings({ taskMsPerRow: 60_000 });
    await startImport('slow');
    await ui.open('overview');
    await ui.getByRole('progressbar', { name: 'slow: 0% of rows done' }).waitFor();
    expect(ui.getByText('task slot').count()).toBe(0);
    await ui.button('slow').first().click();
    await ui.button('Show details').click();
    await ui.text('This import uses 1 of 5 task slots.').waitFor();
  });

  it('shows the parts that it has when one of them fails, and that one when it is tried again', async () => {
    await failing(ui, 'fields.slots', async () => {
      await ui.open('overview');
      await ui.text('Your site isn’t responding').waitFor();
      await ui.text('78 rows didn’t succeed').waitFor();
      await ui.getByRole('heading', { name: 'Recent imports', exact: true }).waitFor();
    });
    await ui.button('Try again').click();
    await ui.text('16 of 50 used').waitFor();
    await failing(ui, 'jobs.attention', async () => {
      await ui.open('overview');
      await ui.text('Your site isn’t responding').waitFor();
      await ui.text('16 of 50 used').waitFor();
    });
  });
});
