import { randomUUID } from 'node:crypto';
import * as v from 'valibot';
import type { ListCursor } from '../../../src/contract/directory';
import { byName } from '../../../src/domain/directory/sort';
import { type DirectorySite, TODAY, directorySite } from '../../support/directory-site';
import { ADA, GIL, Refused, consoleOf } from '../../support/console';
import { onSite } from '../../support/on-site';
import { words } from '../../support/words';

let at: DirectorySite;

beforeEach(async () => {
  at = await directorySite();
});
afterEach(() => at.sandbox.close());

const customers = () => [...at.sandbox.site.state().customers.values()];
const asked = (operation: string) => at.sandbox.site.log.counts.get(operation) ?? 0;
/** The keys of what is stored of the site's people. */
const stored = (prefix: string) =>
  at.sandbox.platform.store.dump().flatMap(({ key }) => (key.startsWith(prefix) ? [key] : []));
const json = (status: number, message: string) => ({
  status,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ errorMessage: message, errors: [message], statusCode: status }),
});

describe('reading the site', () => {
  it('keeps every customer with organizations, values and entitlements, at 25 a request', async () => {
    const { kept, scan } = await at.read();
    expect(scan).toBeNull();
    expect(kept).toMatchObject({
      customers: 3_000,
      organizations: 100,
      gaps: [],
      by: 'Ada Admin',
      endField: 'Valid until',
    });
    // Customers and three users of the site, organizations, and the page behind the last account.
    expect(asked('get-multiple-customer-profiles')).toBe(Math.ceil(3_003 / 25));
    expect(asked('get-multiple-organization-profiles')).toBe(4);
    expect(asked('GET /rest/api/3/users/search')).toBe(5);
    const [first] = (await at.list()).rows;
    const onSite = customers().find(({ id }) => id === first?.id);
    expect(first).toMatchObject({ name: onSite?.displayName, email: onSite?.email });
    expect(first?.organizations.map(({ id }) => id)).toEqual([...(onSite?.organizations ?? [])]);
    const shown = await at.sandbox.settle(at.ada.call('customers.get', { id: first?.id ?? '' }));
    const held = shown.profile.ok ? shown.profile.data.details.filter(({ values }) => values.length > 0) : [];
    expect(new Map(first?.values)).toEqual(new Map(held.map(({ name, values }) => [name, values])));
  });

  it('keeps nothing of itself beside the parts', async () => {
    await at.read();
    await at.sandbox.run(2 * 60_000);
    const left = stored('directory-data:').filter((key) => key.includes('stage-'));
    expect(left).toEqual([]);
  });

  it('is only for administrators', async () => {
    const gil = consoleOf(at.sandbox.platform, GIL);
    await expect(at.sandbox.settle(gil.call('directory.status', {}))).rejects.toThrow(Refused);
  });

  it('tells what could not be read, and keeps the names of such organizations', async () => {
    const [refused] = at.sandbox.site.state().organizations.values();
    at.changeAnswers((request, answer) => {
      const isRefused =
        request.path.includes('organization/profile/fetch') && request.body?.includes(`"${refused?.id}"`) === true;
      return isRefused ? json(403, 'You may not view this organization.') : answer;
    });
    const { kept } = await at.read();
    expect(kept?.gaps).toEqual([{ of: 'organizations', count: 1, reason: 'You may not view this organization.' }]);
    expect(kept).toMatchObject({ customers: 3_000, organizations: 100 });
    const { rows } = await at.list({ filters: [{ by: 'text', text: refused?.name ?? '' }] }, 0, 'organization');
    expect(rows[0]).toMatchObject({ name: refused?.name, customers: null });
  });

  it('finds the customers of organizations where the site lists no accounts', async () => {
    at.changeAnswers((request, answer) =>
      request.path.includes('users/search') ? json(403, 'You do not have permission to browse users.') : answer,
    );
    const { kept } = await at.read();
    expect(kept?.customers).toBe(customers().filter(({ organizations }) => organizations.size > 0).length);
    expect(kept?.gaps).toMatchObject([{ of: 'accounts', count: 1, reason: words(/only customers in organizations/) }]);
  });

  it('waits as long as the site asks, and reads on', async () => {
    let refusals = 0;
    at.changeAnswers((request, answer) => {
      if (!request.path.includes('customer/profile/fetch') || refusals >= 6) return answer;
      refusals += 1;
      return {
        ...json(429, 'Rate limit exceeded'),
        headers: { 'content-type': 'application/json', 'retry-after': '90' },
      };
    });
    const before = Date.now();
    await at.sandbox.settle(at.ada.call('directory.read', {}));
    await at.sandbox.run(30_000);
    expect((await at.status()).scan).toMatchObject({ state: 'running', message: words(/Rate limit/) });
    expect((await at.ended()).kept?.customers).toBe(3_000);
    expect(Date.now() - before).toBeGreaterThanOrEqual(90_000);
  });

  it('stops when the permission is lost, and is carried on by one click', async () => {
    const user = at.sandbox.site.users.find(({ accountId }) => accountId === ADA);
    if (user === undefined) throw new Error('The site has no Ada.');
    const { rights } = user;
    await at.sandbox.settle(at.ada.call('directory.read', {}));
    user.rights = [];
    await at.sandbox.run(60_000);
    user.rights = rights;
    expect((await at.status()).scan).toMatchObject({ state: 'parked' });
    expect((await at.read()).kept?.customers).toBe(3_000);
  });

  it('shows what was there before until the new reading is whole, then what the site has', async () => {
    await at.read();
    const [first] = (await at.list()).rows;
    const path = `customer/${encodeURIComponent(first?.id ?? '')}/details?fieldName=Notes`;
    await at.sandbox.settle(onSite(() => at.sandbox.site)('PUT', path, { values: ['Met by chance'] }));
    const notes = async () => new Map((await at.list()).rows[0]?.values).get('Notes');
    expect(await notes()).not.toEqual(['Met by chance']);
    const { kept } = await at.read();
    expect(kept?.generation).toBe('2');
    expect(await notes()).toEqual(['Met by chance']);
    await at.sandbox.run(2 * 60_000);
    expect(stored('directory-data:1:')).toEqual([]);
  });

  it('reads organizations with more customers than a stored value holds ids', async () => {
    const state = at.sandbox.site.state();
    const [organization] = state.organizations.values();
    if (organization === undefined) throw new Error('The demo site has no organizations.');
    // Members of whom nothing else is known: the site leaves them out where their profiles are asked for.
    for (let index = 0; index < 12_000; index += 1) organization.customers.add(`qm:gone:${randomUUID()}`);
    const { kept, scan } = await at.read();
    expect(scan).toBeNull();
    expect(kept).toMatchObject({ customers: 3_000, gaps: [] });
  });

  it('reads an organization that has hundreds of thousands of customers', async () => {
    const { organizations, customers } = at.sandbox.site.state();
    const [organization] = organizations.values();
    const [somebody] = customers.values();
    const profilesSchema = v.object({ profiles: v.array(v.looseObject({ id: v.string() })) });
    at.changeAnswers(({ path }, answer) => {
      if (!path.endsWith('/organization/profile/fetch')) return answer;
      const { profiles } = v.parse(profilesSchema, JSON.parse(answer.body));
      for (const profile of profiles)
        if (profile.id === organization?.id)
          profile['customers'] = Array.from({ length: 200_000 }, () => ({ id: somebody?.id }));
      return { ...answer, body: JSON.stringify({ profiles }) };
    });
    const { kept, scan } = await at.read();
    expect({ scan, found: kept?.customers }).toEqual({ scan: null, found: customers.size });
  });

  it('is renewed every day, as whoever read it last', async () => {
    await at.read();
    await at.sandbox.run(25 * 60 * 60_000);
    expect(Number((await at.ended()).kept?.generation)).toBeGreaterThan(1);
  });

  it('is stopped by a click, and leaves nothing behind', async () => {
    at.sandbox.site.faults.latencyMs = 2_000;
    await at.sandbox.settle(at.ada.call('directory.read', {}));
    await at.sandbox.run(60_000);
    await at.sandbox.settle(at.ada.call('directory.stop', {}));
    await at.sandbox.run(5 * 60_000);
    expect(await at.status()).toMatchObject({ kept: null, scan: null });
    expect(stored('directory-data:')).toEqual([]);
  });
});

describe('what is kept', () => {
  it('has no values where that is the setting, and is forgotten at once where less may be kept', async () => {
    await at.read();
    const { kept } = await at.sandbox.settle(at.ada.call('directory.keep', { keeps: 'no values' }));
    expect(kept).toBeNull();
    expect(stored('directory-data:')).toEqual([]);
    expect((await at.read()).kept).toMatchObject({ customers: 3_000, hasValues: false });
    const { rows } = await at.list();
    expect(rows.every(({ values }) => values.length === 0)).toBe(true);
    expect(rows.flatMap(({ entitlements }) => entitlements).every(({ endsOn }) => endsOn === null)).toBe(true);
    await at.sandbox.settle(at.ada.call('directory.keep', { keeps: 'nothing' }));
    await expect(at.sandbox.settle(at.ada.call('directory.read', {}))).rejects.toThrow('switched off');
  });

  it('is emptied by a button, and an export that is under way is not cut short unseen', async () => {
    await at.read();
    const view = { filters: [], sort: byName, columns: ['name'] };
    const exported = (from: ListCursor | null) =>
      at.sandbox.settle(at.ada.call('directory.export', { entity: 'customer', view, today: TODAY, from }));
    const { next } = await exported(null);
    expect(next).not.toBeNull();
    await at.sandbox.settle(at.ada.call('directory.empty', {}));
    await at.sandbox.run(60_000);
    expect(await at.status()).toMatchObject({ kept: null, scan: null });
    expect(stored('directory-data:')).toEqual([]);
    expect((await at.list()).rows).toEqual([]);
    await expect(exported(next)).rejects.toThrow('was renewed while you read it');
  });

  it('is reported once a week, as far as it has Atlassian accounts, and closed ones are erased', async () => {
    await at.read();
    const reports = at.sandbox.platform.accountReports;
    const { rows } = await at.list({ sort: { column: 'id', isDescending: false } });
    const closed = rows.find(({ id }) => !id.startsWith('qm:'));
    if (closed === undefined) throw new Error('No customer of the list has an Atlassian account.');
    reports.closed.add(closed.id);
    await at.sandbox.settle(at.sandbox.platform.fireSchedule('retention'));
    const atlassian = customers().filter(({ id }) => !id.startsWith('qm:'));
    expect([...reports.reported.keys()].sort()).toEqual([ADA, ...atlassian.map(({ id }) => id)].sort());
    expect((await at.list()).matched).toBe(2_999);
    expect((await at.list({ filters: [{ by: 'text', text: closed.email ?? '' }] })).matched).toBe(0);
    reports.reported.clear();
    await at.sandbox.settle(at.sandbox.platform.fireSchedule('retention'));
    expect(reports.reported.size).toBe(0);
  });

  it('follows what the app changes', async () => {
    await at.read();
    const before = (await at.list()).rows;
    const [first, second] = before;
    if (first === undefined || second === undefined) throw new Error('The list has no two rows.');
    const call = at.ada.call;
    await at.sandbox.settle(call('customers.get', { id: second.id }));
    await at.sandbox.settle(call('customers.delete', { id: second.id }));
    await at.sandbox.settle(call('customers.rename', { id: first.id, displayName: 'Zzz Last', seen: first.name }));
    const created = await at.sandbox.settle(
      call('customers.createAccount', { email: 'aaa@example.com', displayName: 'Aaa First' }),
    );
    const { rows, matched } = await at.list();
    expect(matched).toBe(3_000);
    expect(rows[0]).toMatchObject({ id: created.id, name: 'Aaa First' });
    expect(rows.map(({ id }) => id)).not.toContain(second.id);
    expect((await at.list({}, 119)).rows.at(-1)).toMatchObject({ id: first.id, name: 'Zzz Last' });
    expect((await at.list({ filters: [{ by: 'text', text: 'zzz l' }] })).matched).toBe(1);
  });
});
