import type { ImportColumn } from '../../../src/contract/imports';
import type { SyncSettings } from '../../../src/contract/syncs';
import { furnishing } from '../../support/import-rows';
import { type Access, type SyncSite, exportOf, records, syncSite } from '../../support/sync-site';

const columns: ImportColumn[] = [
  { header: 'E-mail', target: { to: 'email' } },
  { header: 'Name', target: { to: 'displayName' } },
  { header: 'Organization', target: { to: 'organization', by: 'name' } },
];
const takeOut: Partial<SyncSettings> = { vanished: { then: 'take-out' } };
const csv = (...lines: string[]): string => ['E-mail,Name,Organization', ...lines].join('\n');
const ada = 'ada@example.com,Ada,Acme';
const bob = 'bob@example.com,Bob,Acme;Beta';
const eve = 'eve@example.com,Eve,Acme';

let site: SyncSite;
beforeEach(async () => {
  site = await syncSite();
  const { addOrganization } = furnishing(site);
  addOrganization('7', 'Acme');
  addOrganization('8', 'Beta');
  addOrganization('9', 'By hand');
});
afterEach(() => site.close());

const customer = (email: string) => site.sandbox.site.state().customers.find(email);
const organizationsOf = (email: string): string[] => [...(customer(email)?.organizations ?? [])].sort();
function addByHand(email: string, organization: string): void {
  const found = customer(email);
  if (found === undefined) throw new Error(`There is no ${email}.`);
  found.organizations.add(organization);
  site.sandbox.site.state().organizations.get(organization)?.customers.add(found.id);
}
const approve = async ({ syncId }: Access, no = 0): Promise<void> => {
  await site.sandbox.settle(site.ada.call('syncs.approve', { syncId, no }));
  await site.sandbox.until(async () => (await site.sync({ syncId, url: '', token: '' })).run === null);
};

describe('customers who are no longer in the export and are taken out of organizations', () => {
  it('leave those that the export put them into, once, and join them again when they come back', async () => {
    const access = await site.setUp(takeOut, columns);
    await site.deliver(access, csv(ada, bob, eve));
    addByHand('bob@example.com', '9');
    const fewer = await site.deliver(access, csv(ada));
    expect(fewer.runs[0]).toMatchObject({ outcome: 'applied', counts: { vanished: 2, failed: 0 } });
    expect(['ada', 'bob', 'eve'].map((name) => organizationsOf(`${name}@example.com`))).toEqual([['7'], ['9'], []]);
    const again = await site.deliver(access, `${csv(ada)}\n`);
    expect(again.runs[0]).toMatchObject({ outcome: 'nothing', counts: { vanished: 0 } });
    await site.deliver(access, csv(ada, bob));
    expect(organizationsOf('bob@example.com')).toEqual(['7', '8', '9']);
  });

  it('leave all of them where no column names any', async () => {
    const access = await site.setUp(takeOut);
    await site.deliver(access, exportOf(records(3)));
    for (const organization of ['8', '9']) addByHand('customer1@example.com', organization);
    addByHand('customer0@example.com', '8');
    await site.deliver(access, exportOf(records(1)));
    expect([0, 1, 2].map((index) => organizationsOf(`customer${index}@example.com`))).toEqual([['8'], [], []]);
  });

  it('wait for a person where they are more than the sync may change', async () => {
    const access = await site.setUp({ ...takeOut, limits: { percent: 100, rows: 1 } }, columns);
    const first = await site.deliver(access, csv(ada, bob, eve));
    await approve(access, first.run?.no);
    const waiting = await site.deliver(access, csv(ada));
    expect(waiting.run).toMatchObject({ phase: 'approval', counts: { vanished: 2 } });
    expect(organizationsOf('eve@example.com')).toEqual(['7']);
    await approve(access, waiting.run?.no);
    expect(organizationsOf('eve@example.com')).toEqual([]);
  });

  it('are tried again with the next delivery as far as they could not leave', async () => {
    const access = await site.setUp(takeOut, columns);
    await site.deliver(access, csv(ada, bob, eve));
    site.changeAnswers((request, answer) =>
      request.method === 'DELETE' && request.path.includes('/8')
        ? { ...answer, status: 400, body: '{"errorMessages":["Not now"]}' }
        : answer,
    );
    const held = await site.deliver(access, csv(ada));
    expect(held.runs[0]).toMatchObject({ outcome: 'applied', counts: { vanished: 2, failed: 1 } });
    site.changeAnswers((_, answer) => answer);
    addByHand('bob@example.com', '8');
    const again = await site.deliver(access, csv(ada));
    expect(again.runs[0]).toMatchObject({ counts: { vanished: 1, failed: 0 } });
    expect(organizationsOf('bob@example.com')).toEqual([]);
  });

  it('are told of by a test, and stay where they are', async () => {
    const access = await site.setUp(takeOut, columns);
    await site.deliver(access, csv(ada, bob));
    const tested = await site.deliver(access, csv(ada), { test: '1' });
    expect(tested.runs[0]).toMatchObject({ outcome: 'test', counts: { vanished: 1 } });
    expect(organizationsOf('bob@example.com')).toEqual(['7', '8']);
  });
});

describe('a sync of organizations', () => {
  it('cannot take anybody out', async () => {
    const mapping = {
      ...{ name: 'CRM', kind: 'organization-profiles', columns: [{ header: 'Name', target: { to: 'name' } }] },
      options: { emptyCells: 'leave' as const, valueSeparator: ';' as const },
    };
    await site.sandbox.settle(site.ada.call('imports.saveMapping', { mapping }));
    await expect(site.setUp(takeOut)).rejects.toThrow('Only customers');
  });
});

describe('customers whom the export knows by an ID and an email', () => {
  const byId: ImportColumn[] = [{ header: 'CRM ID', target: { to: 'externalId' } }, ...columns];
  const exported = (...lines: string[]): string => ['CRM ID,E-mail,Name,Organization', ...lines].join('\n');
  const others = Array.from({ length: 20 }, (_, at) => `f-${at},f${at}@example.com,F${at},Acme`);
  const settings: Partial<SyncSettings> = { ...takeOut, limits: { percent: 30, rows: 1_000 } };

  beforeEach(() => {
    const field = { id: 'external-id', name: 'External ID', type: 'TEXT' as const, options: [] };
    site.sandbox.site.state().fields.customer.add({ ...field, view: 'everyone', edit: 'everyone' });
  });

  it.each([
    ['has no ID any more', ''],
    ['has another ID', 'c-9'],
  ])('stay where they are when their row %s', async (_, id) => {
    const access = await site.setUp(settings, byId);
    await site.deliver(access, exported(`c-1,${ada}`, ...others));
    const after = await site.deliver(access, exported(`${id},${ada}`, ...others));
    expect(after.runs[0]?.reason).toContain('another row of the export names: 1');
    expect(organizationsOf('ada@example.com')).toEqual(['7']);
  });

  it('wait for a person when many of those known now are missing, however many have left before', async () => {
    const access = await site.setUp(settings, byId);
    const some = (count: number, from: number) =>
      Array.from({ length: count }, (_, at) => `p-${from + at},p${from + at}@example.com,P,Acme`);
    for (let at = 0; at <= 24; at += 1) await site.deliver(access, exported(...some(20, 2 * at)));
    await site.send(access, exported(...some(4, 48)));
    await site.sandbox.run(10 * 60_000);
    expect((await site.sync(access)).run?.phase).toBe('approval');
    expect(organizationsOf('p60@example.com')).toEqual(['7']);
  });
});

describe('customers whom the export has moved', () => {
  it('leave the organizations that it had put them into before as well', async () => {
    const access = await site.setUp(takeOut, columns);
    await site.deliver(access, csv(ada, eve));
    await site.deliver(access, csv('ada@example.com,Ada,Beta', eve));
    expect(organizationsOf('ada@example.com')).toEqual(['7', '8']);
    await site.deliver(access, csv(eve));
    expect(organizationsOf('ada@example.com')).toEqual([]);
  });
});
