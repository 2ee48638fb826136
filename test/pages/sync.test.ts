import type { StoredRow } from '../../src/contract/imports';
import { planFor } from '../support/console';
import { region } from '../support/import-site';
import { ConsoleInNode } from '../support/page/console';
import { delivery, exportOf, record } from '../support/sync-site';

const MINUTE_MS = 60_000;

let ui: ConsoleInNode;

beforeAll(async () => {
  ui = await ConsoleInNode.start();
});
afterAll(() => ui.close());

/** An export of 12 customers, the first of whom are called something else. */
const renamed = (count: number, name: string): string =>
  exportOf(Array.from({ length: 12 }, (_, at) => record(at, `${at < count ? name : 'Customer'} ${at}`)));

/** Imports the 12 customers. Resolves with the id of the job. */
async function importCustomers(): Promise<string> {
  const rows = Array.from({ length: 12 }, (_, at): StoredRow => [at + 2, [...record(at)]]);
  const file = { name: 'crm', plan: planFor('UPSERT', [region]), rows };
  const jobId = await ui.elsewhere((ada) => ada.startImport(file));
  await ui.run(MINUTE_MS);
  return jobId;
}

const runs = () => ui.getByRole('table', { name: 'Runs' });

describe('a sync', () => {
  it('is made of an import, takes deliveries, and asks before a large change', async () => {
    await ui.open(`imports/${await importCustomers()}`);
    await ui.button('Keep this in step').click();
    await ui.getByLabel('Name').fill('Nightly CRM');
    await ui.button('Create sync').click();
    const token = await ui.getByLabel('Token', { exact: true }).inputValue();
    const url = await ui.getByLabel('Address', { exact: true }).inputValue();
    const send = async (body: string, given = token): Promise<number> => {
      const status = await ui.send(delivery({ url, token: given }, body));
      await ui.run(MINUTE_MS);
      return status;
    };
    await ui.button('Open the sync →').click();
    await ui.text('12 customers known').waitFor();

    expect(await send('x', 'csm_wrong')).toBe(401);
    expect(await send(renamed(2, 'Changed'))).toBe(202);
    await runs().getByText('Applied').waitFor();
    expect(runs().getByRole('row').nth(1).getByRole('cell').texts()).toEqual(
      expect.arrayContaining(['1', 'Applied', '0', '2', '10']),
    );
    await ui.getByRole('table', { name: 'Records of run 1' }).getByText('customer1@example.com').waitFor();

    await ui.button('Compare with your site').click();
    await ui.text('deliver it again, even if nothing in it has changed').waitFor();
    expect(await send(renamed(10, 'Quite other'))).toBe(202);
    await ui.text('Run 2 waits for approval').waitFor();
    await ui.text('10 changed').waitFor();
    await ui.text('2 records · 0 edited').waitFor();
    await ui.button('Approve changes').click();
    await ui.run(MINUTE_MS);
    await runs().getByRole('row').nth(2).waitFor();
    expect(runs().getByText('Applied').count()).toBe(2);

    expect(await send('Mail;Called\na@b.example;A\n')).toBe(202);
    await runs().getByText('Held').waitFor();
    await runs().getByText('has no columns “E-mail”, “Name”, “Region”').waitFor();
    await ui.open('overview');
    await ui.text('held its last delivery').waitFor();
  });

  /** Makes a sync of an import and opens its page. Resolves with what delivers to it. */
  async function newSync(name: string): Promise<(body: string) => Promise<void>> {
    await ui.open(`imports/${await importCustomers()}`);
    await ui.button('Keep this in step').click();
    await ui.getByLabel('Name').fill(name);
    await ui.button('Create sync').click();
    const token = await ui.getByLabel('Token', { exact: true }).inputValue();
    const url = await ui.getByLabel('Address', { exact: true }).inputValue();
    await ui.button('Open the sync →').click();
    return async (body) => {
      await ui.send(delivery({ url, token }, body));
      await ui.run(MINUTE_MS);
    };
  }

  it('that has stopped says so, and nothing of a comparison that nobody makes', async () => {
    const deliver = await newSync('Stopped CRM');
    await ui.text('12 customers known').waitFor();
    ui.settings({ impersonationRefused: true });
    await deliver(renamed(1, 'Stopped'));
    ui.settings({ impersonationRefused: false });
    await ui.text('The sync has stopped').waitFor();
    await ui.text('It stopped on its way, and goes on from there once someone takes the sync over.').waitFor();
    expect(ui.getByText('Comparing the delivery').count()).toBe(0);
    await ui.open('sync');
    await ui.text('Goes on once someone takes it over.').waitFor();
  });

  it('is listed as refused once somebody has refused a large change', async () => {
    const deliver = await newSync('Refused CRM');
    await deliver(renamed(10, 'Refused'));
    await ui.open('overview');
    await ui.text('Nothing is running.').waitFor();
    await ui.text('Waiting').waitFor();
    await ui.open('sync');
    await ui.button('Refused CRM').click();
    await ui.button('Refuse').click();
    await runs().getByText('Refused by Ada Admin').waitFor();
    await ui.open('sync');
    await ui.text(/ · Refused · 10 changed and 2 unchanged$/).waitFor();
    await ui.getByRole('table', { name: 'Syncs' }).getByText('Refused', { exact: true }).waitFor();
    await ui.open('imports');
    await ui.button('Refused CRM').click();
    await ui.text('It was cancelled before it started.').waitFor();
    expect(ui.getByText('Import the file again').count()).toBe(0);
  });

  it('says when rows that failed are sent once more', async () => {
    const deliver = await newSync('Retrying CRM');
    await ui.button('Settings').click();
    await ui.getByRole('checkbox', { name: 'Send them once more after an hour' }).check();
    await ui.button('Save').click();
    await ui.text('Nothing waits.').waitFor();
    ui.faults({ rowFailRate: 1 });
    await deliver(renamed(1, 'Failing'));
    ui.faults({ rowFailRate: 0 });
    await ui.text('Rows that failed are sent once more').waitFor();
  });

  it('says that rows were left out, and not that there were no changes', async () => {
    const deliver = await newSync('Left out CRM');
    await deliver(
      exportOf([...Array.from({ length: 12 }, (_, at) => record(at)), ['nobody', 'Nobody', 'EU'] as const]),
    );
    await runs().getByText('In part').waitFor();
    expect(runs().getByText('No changes').count()).toBe(0);
  });

  it('shows the beginning of a long note, and all of it on demand', async () => {
    const deliver = await newSync('Talkative CRM');
    await deliver(exportOf([['no email', 'Nobody', 'EU'], ['one@example.com', 'One', 'Atlantis'], record(1)]));
    await runs().getByText(/ …$/).waitFor();
    expect(
      runs()
        .getByText(/Atlantis|add the option/)
        .count(),
    ).toBe(0);
    await runs().getByRole('button', { name: 'Show all' }).click();
    await runs()
      .getByText(/add the option/)
      .waitFor();
    await runs().getByRole('button', { name: 'Show less' }).click();
    await runs().getByText(/ …$/).waitFor();
  });

  it('says on the import that counts as applied what becomes of its undo', async () => {
    const rows = [0, 1].map((at): StoredRow => [at + 2, [...record(at)]]);
    const plan = { ...planFor('UPSERT', [region]), keepsBefore: true as const };
    const jobId = await ui.elsewhere((ada) => ada.startImport({ name: 'crm', plan, rows }));
    await ui.run(MINUTE_MS);
    await ui.open(`sync/new/${jobId}`);
    await ui.getByLabel('Name').fill('Undone CRM');
    await ui.button('Create sync').click();
    await ui.button('Open the sync →').waitFor();
    await ui.open(`imports/${jobId}`);
    await ui.button('Undo import').click();
    await ui.dialog.getByText(/^The sync “Undone CRM” counts this import as applied\./).waitFor();
    await ui.inDialog('Close').click();
  });

  it('shows scripts for files of any size', async () => {
    await newSync('Scripted CRM');
    await ui.getByRole('tab', { name: 'Shell', exact: true }).click();
    await ui.text(/part=\$part&parts=\$parts/).waitFor();
    expect(ui.getByText('docs/sync.md').count()).toBe(0);
  });
});

describe('an entitlement rule', () => {
  it('is created, seen in a preview, switched on, paused and deleted', async () => {
    await ui.open('sync');
    await ui.button('Entitlement rules').click();
    await ui.at('sync/rules');
    await ui.button('Create rule').click();
    await ui.at('sync/rules/new');
    await ui.button('Create and preview').click();
    await ui.text('Choose a field of organizations.').waitFor();
    await ui.getByLabel('Name').fill('Enterprise support');
    await ui.choose('Field of organizations', 'Industry');
    await ui.choose('Any of these values', 'Finance');
    await ui.choose('Product', 'Payment Terminal');
    await ui.getByRole('spinbutton', { name: /^Customers/ }).fill('3');
    await ui.button('Create and preview').click();
    await ui.run(MINUTE_MS);
    await ui.text(/matching organizations/).waitFor();
    await ui.getByRole('row').filter({ hasText: 'Grant' }).nth(1).waitFor();
    await ui.button('Switch on').click();
    await ui.run(MINUTE_MS);
    await ui.button('Approve changes').click();
    await ui.run(MINUTE_MS);
    await ui.text('Applied').waitFor();
    await ui.button('Edit').click();
    await ui.button('Save').waitFor();
    await ui.button('Cancel').click();
    await ui.button('Pause').click();
    await ui.button('Resume').waitFor();
    await ui.button('← Entitlement rules').click();
    await ui.at('sync/rules');
    await ui.getByRole('row').filter({ hasText: 'Enterprise support' }).waitFor();
    await ui.button('Enterprise support').click();
    await ui.button('Delete').click();
    await ui.inDialog('Delete rule').click();
    await ui.button('Create rule').waitFor();
  });
});
