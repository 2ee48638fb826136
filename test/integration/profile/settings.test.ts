import type { PersonView } from '../../../src/contract/profile/views';
import { ADA, consoleOf } from '../../support/console';
import { type IssueSite, contentOf, demo, issueSite } from '../../support/issue-site';
import { words } from '../../support/words';

let site: IssueSite;

beforeEach(async () => {
  site = await issueSite();
});
afterEach(() => site.close());

describe('what administrators decide about the profile', () => {
  it('is which fields show and in which order; a field that the person may not see is named as absent', async () => {
    const rule = (name: string, isShown = true) => ({ name, isShown, isReadOnly: false });
    await site.decide({ customer: [rule('VIP'), rule('Credit limit'), rule('Region'), rule('Notes', false)] });
    const names = (view: PersonView) => contentOf(view).fields.details.map(({ name }) => name);
    const agent = await site.opened(site.gil, demo.full);
    expect(names(agent).slice(0, 3)).toEqual(['VIP', 'Region', 'Tier']);
    expect(names(agent)).not.toContain('Notes');
    expect(contentOf(agent).fields.absent).toEqual(['Credit limit']);
    const admin = await site.opened(site.ada, demo.full);
    expect(names(admin).slice(0, 3)).toEqual(['VIP', 'Credit limit', 'Region']);
    expect(contentOf(admin).fields.absent).toEqual([]);
  });

  it('is which date field ends an entitlement', async () => {
    await site.decide({ entitlementEnd: 'Valid until' });
    const { proof } = await site.opened(site.gil, demo.full);
    const { customer } = await site.settle(site.gil('profile.rest', { proof }));
    const entitlements = customer?.entitlements.ok ? customer.entitlements.data : [];
    const own = entitlements.filter(({ organizationId }) => organizationId === null);
    expect(own.map(({ endsOn }) => endsOn)).toEqual(expect.arrayContaining(['2025-12-16', '2026-01-17']));
  });

  it('follows a field and the end of entitlements to their new names', async () => {
    await site.decide({ customer: [{ name: 'Tier', isShown: true, isReadOnly: true }], entitlementEnd: 'Valid until' });
    const admin = consoleOf(site.sandbox.platform, ADA);
    const rename = async (entity: 'customer' | 'entitlement', name: string, to: string) => {
      const { fields } = await site.settle(admin.call('fields.list', { entity }));
      const field = fields.find((one) => one.name === name);
      if (field === undefined) throw new Error(`There is no field ${name}.`);
      await site.settle(admin.call('fields.edit', { entity, seen: field, name: to, options: field.options }));
    };
    await rename('customer', 'Tier', 'Level');
    await rename('entitlement', 'Valid until', 'Last day');
    const view = await site.opened(site.gil, demo.full);
    expect(contentOf(view)).toMatchObject({ readOnly: ['Level'], fields: { absent: [] } });
    const { customer } = await site.settle(site.gil('profile.rest', { proof: view.proof }));
    const entitlements = customer?.entitlements.ok ? customer.entitlements.data : [];
    expect(entitlements.some(({ endsOn }) => endsOn !== null)).toBe(true);
  });

  it('is not overwritten in silence by a second administrator', async () => {
    await site.decide({ entitlementEnd: 'Valid until' });
    const admin = consoleOf(site.sandbox.platform, ADA);
    const late = admin.call('profileSettings.save', {
      settings: { customer: [], organization: [], entitlement: [], entitlementEnd: null },
      over: 0,
    });
    expect(await site.refusalOf(late)).toMatchObject({ error: { code: 'CONFLICT', message: words(/Ada Admin/) } });
  });
});
