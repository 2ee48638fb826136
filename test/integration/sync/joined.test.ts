import type { Joining, StoredRow } from '../../../src/contract/imports';
import { valuesOf } from '../../support/import-rows';
import { planFor } from '../../support/console';
import { region } from '../../support/import-site';
import { type Access, type SyncSite, everyDelivery, exportOf, syncSite } from '../../support/sync-site';

let site: SyncSite;
beforeEach(async () => {
  site = await syncSite();
});
afterEach(() => site.close());

/** An export in which Ada has two rows: one has her name, the other one her region. */
const exported = ({ name = 'Ada', of = 'EU', bob = 'Bob' } = {}): string =>
  exportOf([
    ['ada@x.example', name, ''],
    ['bob@x.example', bob, 'EU'],
    ['ada@x.example', '', of],
  ]);

/** A sync of an import that has read this export, with its rows joined. */
async function setUp(joinsRows: Joining | undefined, rows?: StoredRow[]): Promise<Access> {
  const { sandbox, ada } = site;
  const read: StoredRow[] = [
    [2, ['ada@x.example', 'Ada', 'EU'], [4]],
    [3, ['bob@x.example', 'Bob', 'EU']],
  ];
  const plan = { ...planFor('UPSERT', [region]), ...(joinsRows && { joinsRows }) };
  const jobId = await sandbox.settle(ada.startImport({ plan, rows: rows ?? read }));
  await site.finish(jobId);
  const from = { what: 'job' as const, jobId };
  return sandbox.settle(ada.call('syncs.create', { settings: { ...everyDelivery, retries: true }, from }));
}

const shown = (email: string): [name: string | undefined, region: string | undefined] => {
  const found = site.sandbox.site.state().customers.find(email);
  return [found?.displayName, valuesOf(found, 'region')?.[0]];
};
const sent = (): string[] => site.requests().filter((path) => path.startsWith('POST') && path.endsWith('/bulk'));

describe('a sync of an import that has joined rows', () => {
  it('sends nothing of a delivery that says what the import has written', async () => {
    const access = await setUp('agreeing');
    site.requests();
    const { runs } = await site.deliver(access, exported());
    expect(runs).toMatchObject([{ outcome: 'nothing', counts: { rows: 3, unchanged: 2, joined: 1, leftOut: 0 } }]);
    expect(sent()).toEqual([]);
  });

  it('sends the record that rows make together, where one of them has changed', async () => {
    const access = await setUp('agreeing');
    const { runs } = await site.deliver(access, exported({ of: 'US' }));
    expect(runs).toMatchObject([
      { outcome: 'applied', counts: { rows: 3, new: 0, changed: 1, unchanged: 1, joined: 1, failed: 0 } },
    ]);
    expect(shown('ada@x.example')).toEqual(['Ada', 'US']);
    const job = await site.job(runs[0]?.jobs[0] ?? '');
    expect(job.rows).toEqual({ total: 2, leftOut: 0, accepted: 1, joined: 1 });
    site.requests();
    const next = await site.deliver(access, exported({ of: 'US', bob: 'Robert' }));
    expect(next.runs[0]).toMatchObject({ counts: { changed: 1, unchanged: 1, joined: 1 } });
    expect(shown('ada@x.example')).toEqual(['Ada', 'US']);
    expect(sent()).toHaveLength(1);
  });

  it('leaves out rows that contradict an earlier one, unless the import has used the later row', async () => {
    const body = exportOf([
      ['ada@x.example', 'Ada', 'EU'],
      ['ada@x.example', 'Ada L.', 'EU'],
    ]);
    const agreeing = await setUp('agreeing');
    const first = await site.deliver(agreeing, body);
    expect(first.runs[0]).toMatchObject({ outcome: 'nothing', counts: { unchanged: 1, joined: 0, leftOut: 1 } });
    const later = await setUp('later-wins');
    const second = await site.deliver(later, body);
    expect(second.runs[0]).toMatchObject({ outcome: 'applied', counts: { changed: 1, joined: 1, leftOut: 0 } });
    expect(shown('ada@x.example')).toEqual(['Ada L.', 'EU']);
  });

  it('joins rows that agree, where an earlier version of the app has not kept how the import did', async () => {
    const access = await setUp(undefined);
    const { runs } = await site.deliver(access, exported());
    expect(runs[0]).toMatchObject({ outcome: 'nothing', counts: { unchanged: 2, joined: 1 } });
  });

  it('takes a record whose second row has gone for one that has changed, and for none that has vanished', async () => {
    const access = await setUp('agreeing');
    const { runs } = await site.deliver(
      access,
      exportOf([
        ['ada@x.example', 'Ada', ''],
        ['bob@x.example', 'Bob', 'EU'],
      ]),
    );
    expect(runs[0]).toMatchObject({ counts: { rows: 2, changed: 1, unchanged: 1, joined: 0, vanished: 0 } });
  });

  it('finds on the site what someone has edited of the record that rows make together', async () => {
    const access = await setUp('agreeing');
    await site.sandbox.settle(site.ada.call('syncs.look', { syncId: access.syncId, isWanted: true }));
    const ada = site.sandbox.site.state().customers.find('ada@x.example');
    if (ada) ada.displayName = 'Someone else';
    const { look } = await site.deliver(access, exported());
    expect(look).toMatchObject({ isDone: true, compared: 2, edited: 1 });
    const back = { syncId: access.syncId, no: look?.no ?? 0, rows: null };
    await site.sandbox.settle(site.ada.call('syncs.putBack', back));
    for (let minute = 0; (await site.sync(access)).run !== null && minute < 60; minute += 1)
      await site.sandbox.run(60_000);
    expect(shown('ada@x.example')).toEqual(['Ada', 'EU']);
  });

  it('sends joined rows that failed once more as the one record that they are', async () => {
    const access = await setUp('agreeing');
    let refuses = true;
    site.changeAnswers((request, answer) =>
      refuses && request.path.endsWith('/bulk')
        ? { ...answer, status: 400, body: JSON.stringify({ errors: [{ message: 'Not today.' }] }) }
        : answer,
    );
    const failed = await site.deliver(access, exported({ of: 'US' }));
    expect(failed.runs[0]).toMatchObject({ counts: { failed: 1, joined: 1 } });
    refuses = false;
    await site.sandbox.run(2 * 60 * 60_000);
    const again = await site.sync(access);
    expect(again.runs[0]).toMatchObject({ outcome: 'applied', counts: { changed: 1, failed: 0 } });
    expect((await site.job(again.runs[0]?.jobs[0] ?? '')).rows).toMatchObject({ accepted: 1, joined: 1 });
    expect(shown('ada@x.example')).toEqual(['Ada', 'US']);
  });
});
