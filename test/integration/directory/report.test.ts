import type { DirectoryFilter, ListedEntity } from '../../../src/contract/directory';
import { addedUp } from '../../../src/domain/directory/report/tally';
import { type DirectorySite, directorySite } from '../../support/directory-site';
import { GIL, Refused, consoleOf } from '../../support/console';

let at: DirectorySite;

beforeEach(async () => {
  at = await directorySite();
});
afterEach(() => at.sandbox.close());

const open = () => at.sandbox.settle(at.ada.call('directory.report', {}));
const found = async (filter: DirectoryFilter, entity: ListedEntity = 'customer') =>
  (await at.list({ filters: [filter] }, 0, entity)).matched;

it('counts what its lists find, as of the reading', async () => {
  expect(await open()).toEqual({ report: null, history: [] });
  await at.read();
  const { report, history } = await open();
  expect(report?.day).toBe('2026-01-05');
  expect(history).toEqual([
    { day: '2026-01-05', customers: 3_000, organizations: 100, slots: expect.objectContaining({}) as unknown },
  ]);
  expect(report?.customer).toMatchObject({
    total: 3_000,
    withoutOrganization: await found({ by: 'no-organization' }),
    ended: await found({ by: 'ended' }),
    ending: [
      await found({ by: 'ends', days: 7 }),
      await found({ by: 'ends', days: 30 }),
      await found({ by: 'ends', days: 90 }),
    ],
  });
  expect(report?.organization.ended).toBe(await found({ by: 'ended' }, 'organization'));
  const held = addedUp([report?.customer.entitlements, report?.organization.entitlements]);
  expect(held).toMatchObject({
    ended: await found({ by: 'ended' }, 'entitlement'),
    ending: [
      await found({ by: 'ends', days: 7 }, 'entitlement'),
      await found({ by: 'ends', days: 30 }, 'entitlement'),
      await found({ by: 'ends', days: 90 }, 'entitlement'),
    ],
  });
  const products = [...at.sandbox.site.state().products.values()];
  const counts = new Map(held?.products);
  for (const product of products)
    expect([product.name, counts.get(product.id) ?? 0]).toEqual([
      product.name,
      await found({ by: 'product', product }, 'entitlement'),
    ]);
  expect(report?.customer.fields.length).toBeGreaterThan(5);
  for (const { name, empty } of report?.customer.fields ?? [])
    expect([name, empty]).toEqual([name, await found({ by: 'empty', field: name })]);
});

it('tells who looks alike, and forgets who is deleted', async () => {
  const [one, other] = at.sandbox.site.state().customers.values();
  if (one === undefined || other === undefined) throw new Error('The site has nobody.');
  Object.assign(one, { email: 'grace.hopper@gmail.com' });
  Object.assign(other, { email: 'gracehopper+crm@gmail.com' });
  await at.read();
  const { report } = await open();
  const address = report?.duplicates.find(({ by }) => by === 'address');
  const group = address?.shown.find(({ who }) => who.some(({ id }) => id === one.id));
  expect(group?.count).toBe(2);
  expect(group?.who.map(({ id }) => id).sort()).toEqual([one.id, other.id].sort());

  await at.sandbox.settle(at.ada.call('customers.delete', { id: other.id }));
  const after = (await open()).report?.duplicates.flatMap(({ shown }) => shown.flatMap(({ who }) => who)) ?? [];
  expect(after.map(({ id }) => id)).not.toContain(other.id);
});

it('is forgotten with the directory, numbers too', async () => {
  await at.read();
  await at.sandbox.settle(at.ada.call('directory.empty', {}));
  await at.sandbox.run(5 * 60_000);
  expect(await open()).toEqual({ report: null, history: [] });
  expect(at.sandbox.platform.store.dump().filter(({ key }) => key.startsWith('directory-data:'))).toEqual([]);
});

it('is for administrators alone', async () => {
  const gil = consoleOf(at.sandbox.platform, GIL);
  await expect(at.sandbox.settle(gil.call('directory.report', {}))).rejects.toThrow(Refused);
});
