import { planFor } from '../support/console';
import { row } from '../support/import-site';
import { ConsoleInNode } from '../support/page/console';

/** More than any of these imports takes, in ms. */
const SOME_MINUTES = 10 * 60_000;

let ui: ConsoleInNode;

/** Starts an import of so many customers. Resolves with the id of its job. */
const start = (name: string, count: number): Promise<string> => {
  const rows = Array.from({ length: count }, (_, at) => row(at));
  return ui.elsewhere((ada) => ada.startImport({ name, plan: planFor('UPSERT'), rows }));
};

/** The count of the rows in a state, which stands below its name. */
const counted = (state: string, rows: number) => ui.text(new RegExp(`^${state}${rows}$`));

beforeAll(async () => {
  ui = await ConsoleInNode.start('empty');
});
afterAll(() => ui.close());

describe('the page of an import', () => {
  it('shows it as it stood last while the site does not answer, and goes on by itself', async () => {
    const isSilent = ui.text('Your site isn’t responding to this page right now');
    ui.settings({ foreignTasks: 5 });
    const jobId = await start('held', 9);
    await ui.open(`imports/${jobId}`);
    await ui.text('Waiting for your site to finish other work').waitFor();
    ui.faults({ down: true });
    await isSilent.waitFor();
    await counted('Waiting', 9).waitFor();
    await ui.open(`imports/${jobId}`);
    await isSilent.waitFor();
    ui.settings({ foreignTasks: 0 });
    ui.faults({ down: false });
    await ui.run(SOME_MINUTES);
    await ui.text('9 of 9 rows · 100%').waitFor();
    await counted('Succeeded', 9).waitFor();
  });

  it('pauses it, lets what is under way end, and resumes it', async () => {
    const sent = () => ui.requests().filter((request) => request.includes('/customer/profile/bulk')).length;
    const before = sent();
    ui.settings({ taskMsPerRow: 600 });
    const jobId = await start('paused', 390);
    await ui.open(`imports/${jobId}`);
    // A pause that comes before the first request leaves nothing under way.
    await ui.soon(() => sent() > before, true);
    await ui.button('Pause import').click();
    await ui.getByText('Paused', { exact: true }).waitFor();
    await ui.focused(ui.button('Resume import'));
    await ui.text('Requests under way are tracked to the end.').waitFor();
    await ui.button('Cancel import').waitFor();
    ui.settings({ taskMsPerRow: 1 });
    await ui.button('Resume import').click();
    await ui.focused(ui.button('Pause import'));
    await ui.at(`imports/${jobId}`);
    await ui.run(SOME_MINUTES);
    await ui.text('390 of 390 rows · 100%').waitFor();
  });
});

describe('the list of imports', () => {
  it('shows the order of those that wait, and changes it', async () => {
    ui.settings({ taskMsPerRow: 600 });
    await start('running', 39);
    await start('second', 39);
    await ui.open(`imports/${await start('third', 39)}`);
    await ui.text(/number 2 of 2 in line/).waitFor();
    await ui.open('imports');
    const waiting = ui.getByRole('table').filter({ hasText: 'Place' });
    await waiting.waitFor();
    const order = async () => [...new Set((await waiting.innerText()).match(/second|third/g))];
    expect(await order()).toEqual(['second', 'third']);
    await ui.button('Move to front third').click();
    await ui.button('Move to front second').waitFor();
    expect(await order()).toEqual(['third', 'second']);
    ui.settings({ taskMsPerRow: 1 });
    await ui.run(SOME_MINUTES);
    await waiting.waitFor({ state: 'detached' });
    expect(ui.main.getByText('Done').count()).toBe(5);
  });
});
