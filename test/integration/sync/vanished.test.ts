import { type SyncSite, exportOf, record, records, syncSite } from '../../support/sync-site';

let site: SyncSite;
beforeEach(async () => {
  site = await syncSite();
});
afterEach(() => site.close());

const state = () => site.sandbox.site.state();
const customer = (email: string) => state().customers.find(email);
const detailsOf = (email: string) => customer(email)?.details;
const names = (): string[] => [...state().customers.values()].map(({ displayName }) => displayName);
const customerFields = () => state().fields.customer;
/** A second field of customers. */
const addState = () =>
  customerFields().add({ id: 'state', name: 'State', type: 'TEXT', options: [], view: 'everyone', edit: 'everyone' });
const US = { then: 'set' as const, values: [{ field: 'Region', value: 'US' }] };

describe('records that are no longer in the export', () => {
  it('are counted, and come back when they do', async () => {
    const access = await site.setUp({ vanished: { then: 'list' } });
    await site.deliver(access, exportOf(records(3)));
    const fewer = await site.deliver(access, exportOf(records(2)));
    expect(fewer.runs[0]).toMatchObject({ outcome: 'nothing', counts: { vanished: 1, unchanged: 2 } });
    expect(names()).toHaveLength(3);
  });

  it('get what the sync says in a field, once, and are changed again when they come back', async () => {
    const access = await site.setUp({ vanished: US });
    await site.deliver(access, exportOf(records(3)));
    const fewer = await site.deliver(access, exportOf(records(2)));
    expect(fewer.runs[0]).toMatchObject({ outcome: 'applied', counts: { vanished: 1, failed: 0 } });
    const regionOf = (email: string) => detailsOf(email)?.get('region');
    expect(regionOf('customer2@example.com')).toEqual(['US']);
    const again = await site.deliver(access, `${exportOf(records(2))}\n`);
    expect(again.runs[0]).toMatchObject({ outcome: 'nothing', counts: { vanished: 0 } });
    const back = await site.deliver(access, exportOf(records(3)));
    expect(back.runs[0]).toMatchObject({ outcome: 'applied', counts: { changed: 1 } });
    expect(regionOf('customer2@example.com')).toEqual(['EU']);
  });

  it('are marked once in a sync of detail values, too', async () => {
    const created = await site.setUp();
    await site.deliver(created, exportOf(records(3)));
    const columns = [
      { header: 'E-mail', target: { to: 'email' } },
      { header: 'Region', target: { to: 'detail', field: 'Region' } },
    ];
    const options = { emptyCells: 'leave' as const, valueSeparator: ';' as const };
    const mapping = { name: 'CRM', kind: 'customer-details', columns, options };
    await site.sandbox.settle(site.ada.call('imports.saveMapping', { mapping }));
    const access = await site.setUp({ vanished: US });
    await site.deliver(access, exportOf(records(3)));
    await site.deliver(access, exportOf(records(2)));
    const again = await site.deliver(access, `${exportOf(records(2))}\n`);
    expect(again.runs.map(({ outcome }) => outcome)).toEqual(['nothing', 'applied', 'applied']);
  });

  it('cannot be marked with what is no value of the field', async () => {
    const region = { field: 'Region', value: 'Atlantis' };
    addState();
    const values = [{ field: 'State', value: 'left' }, region];
    await expect(site.setUp({ vanished: { then: 'set', values } })).rejects.toThrow('Region');
    const twice = { then: 'set' as const, values: [region, region] };
    await expect(site.setUp({ vanished: twice })).rejects.toThrow('twice');
  });

  it('are marked in several fields, some of which are cleared', async () => {
    addState();
    const values = [
      { field: 'Region', value: '' },
      { field: 'State', value: 'left' },
    ];
    const access = await site.setUp({ vanished: { then: 'set', values } });
    await site.deliver(access, exportOf(records(3)));
    const fewer = await site.deliver(access, exportOf(records(2)));
    expect(fewer.runs[0]).toMatchObject({ outcome: 'applied', counts: { vanished: 1, failed: 0 } });
    const details = detailsOf('customer2@example.com');
    expect([details?.get('region') ?? [], details?.get('state')]).toEqual([[], ['left']]);
  });

  it('are left alone where the site has lost a field that they are set in, and the run says so', async () => {
    const field = addState();
    const values = [
      { field: 'Region', value: '' },
      { field: 'State', value: 'left' },
    ];
    const access = await site.setUp({ vanished: { then: 'set', values } });
    await site.deliver(access, exportOf(records(3)));
    customerFields().remove(field);
    const fewer = await site.deliver(access, exportOf(records(2)));
    expect(fewer.runs[0]?.reason).toContain('no longer has a field');
    expect(detailsOf('customer2@example.com')?.get('region')).toEqual(['EU']);
  });

  it.each([
    ['lost the option', { options: ['EU'] }],
    ['changed the type of the field', { type: 'NUMBER' as const, options: [] }],
  ])(
    'are left alone where the site has %s that they are set to, and what has changed is applied',
    async (_, change) => {
      const columns = [
        { header: 'E-mail', target: { to: 'email' } },
        { header: 'Name', target: { to: 'displayName' } },
        { header: 'Region', target: { to: 'nothing' } },
      ];
      const access = await site.setUp({ vanished: US }, columns);
      await site.deliver(access, exportOf(records(3)));
      Object.assign(customerFields().find('Region') ?? {}, change);
      const after = await site.deliver(access, exportOf([record(0, 'New name'), record(1)]));
      expect(after.runs[0]).toMatchObject({
        outcome: 'applied',
        counts: { changed: 1, vanished: 1, failed: 0 },
        reason: expect.stringContaining('no longer has a field or an option') as string,
      });
      expect(names()).toEqual(['New name', 'Customer 1', 'Customer 2']);
      const { jobs } = await site.sandbox.settle(site.ada.call('jobs.list', { page: 0 }));
      expect(jobs.map((job) => job.state)).toEqual(['finished', 'finished']);
    },
  );

  it('are marked with the same delivery once the site has the option again', async () => {
    const access = await site.setUp({ vanished: US });
    await site.deliver(access, exportOf(records(3)));
    const field = customerFields().find('Region') ?? {};
    Object.assign(field, { options: ['EU'] });
    await site.deliver(access, exportOf(records(2)));
    Object.assign(field, { options: ['EU', 'US'] });
    await site.deliver(access, exportOf(records(2)));
    expect(detailsOf('customer2@example.com')?.get('region')).toEqual(['US']);
  });

  it('are done with where somebody has deleted them on the site', async () => {
    const access = await site.setUp({ vanished: US });
    await site.deliver(access, exportOf(records(3)));
    const id = customer('customer2@example.com')?.id ?? '';
    await site.sandbox.settle(site.ada.call('customers.delete', { id }));
    const first = await site.deliver(access, exportOf(records(2)));
    const second = await site.deliver(access, `${exportOf(records(2))}\n`);
    expect([first, second].map(({ runs: [run] }) => [run?.outcome, run?.counts?.vanished])).toEqual([
      ['nothing', 1],
      ['nothing', 0],
    ]);
    await site.deliver(access, exportOf(records(3)));
    expect(names()).toContain('Customer 2');
  });
});
