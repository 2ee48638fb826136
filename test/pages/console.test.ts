import { GIL, NORA, planFor } from '../support/console';
import { row } from '../support/import-site';
import { ConsoleInNode } from '../support/page/console';

let ui: ConsoleInNode;

/** A page of each section, those that load nothing among them. */
const somePages = [
  ...['overview', 'customers', 'organizations', 'products/new', 'entitlements', 'fields', 'requests', 'imports/new'],
  ...['sync', 'settings/profile'],
];

beforeAll(async () => {
  ui = await ConsoleInNode.start();
});
afterAll(() => ui.close());

describe('the console', () => {
  it.each([
    ['customers/find/person/1/amara%20bian', 'Amara Bianchi'],
    ['customers/find/details/1/Tier/Gold', /^\d+ customers$/],
    ['organizations/find/names/Alder%20Logistics%20Pty%20Ltd', '1 organization found.'],
    ['fields', '16 of 50 used'],
  ])('asks the site once for what a page shows: %s', async (path, words) => {
    // Slow enough that the person's right, which every call asks for on its own, is known before the content is there.
    ui.faults({ latencyMs: 300 });
    const before = ui.requests().length;
    await ui.open(path);
    await ui.text(words).waitFor();
    ui.faults({ latencyMs: 0 });
    const asked = ui
      .requests()
      .slice(before)
      .filter((request) => !request.includes('/mypermissions'));
    expect(asked.length).toBeGreaterThan(0);
    expect(asked).toEqual([...new Set(asked)]);
  });

  it.each([
    ['fields/customers/new', 'Name'],
    ['fields/customers/edit/Notes', 'Name'],
    ['products/new', 'Names'],
    ['requests', 'Summary'],
    ['requests/comment', 'Comment'],
    ['settings', 'Task slots'],
    ['customers/new', 'Email'],
    ['organizations/new', 'Name'],
  ])('asks before a form is left that is half written: %s', async (path, label) => {
    const field = ui.getByLabel(label, { exact: true });
    const question = ui.getByRole('dialog', { name: 'Leave without saving?' });
    await ui.open(path);
    await field.fill('3');
    await ui.sidebar('sync');
    await question.getByRole('button', { name: 'Stay', exact: true }).click();
    await question.waitFor({ state: 'detached' });
    await ui.soon(() => field.inputValue(), '3');
    await ui.sidebar('sync');
    await question.getByRole('button', { name: 'Leave', exact: true }).click();
    await field.waitFor({ state: 'detached' });
  });

  it('names the window after each page', async () => {
    const jobId = await ui.elsewhere((ada) =>
      ada.startImport({ name: 'named', plan: planFor('UPSERT'), rows: [row(0)] }),
    );
    for (const path of [...somePages, 'imports', `imports/${jobId}`]) {
      await ui.open(path);
      const headings = () => ui.main.getByRole('heading', { level: 1 }).texts();
      await ui.soon(() => headings().map((heading) => `${heading} – CSM Console` === ui.title), [true]);
    }
    expect(ui.title).toBe('named – CSM Console');
  });

  it.each([
    ['an agent', GIL],
    ['somebody with no right of the site', NORA],
  ])('shows %s no data on any page, and names the permission and who grants it', async (_, accountId) => {
    for (const path of somePages) {
      await ui.open(path, accountId);
      await ui.getByRole('heading', { name: 'You need the Administer Jira permission', level: 1 }).waitFor();
      await ui.getByText('Ask a Jira administrator').waitFor();
      await ui.soon(() => ui.main.getByRole('button').texts(), ['Try again']);
    }
  });
});
