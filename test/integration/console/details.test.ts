import * as v from 'valibot';
import type { DetailHolder } from '../../../src/contract/details';
import { type DetailFieldType, detailFieldTypes } from '../../../src/contract/fields';
import { type Site, createSite } from '../../../sandbox/site';
import { ADA, type Console, consoleOf } from '../../support/console';
import { type VirtualSandbox, virtualSandbox } from '../../support/sandbox';
import { words } from '../../support/words';

let sandbox: VirtualSandbox<Site>;
let ada: Console;

beforeEach(async () => {
  jest.spyOn(console, 'log').mockImplementation(() => undefined);
  sandbox = await virtualSandbox({ site: (parts) => createSite({ ...parts, content: 'demo' }) });
  ada = consoleOf(sandbox.platform, ADA);
});
afterEach(() => sandbox.close());

type Entity = DetailHolder['entity'];

function holder(entity: Entity): DetailHolder {
  const { customers, organizations, entitlements } = sandbox.site.state();
  const all = { customer: customers, organization: organizations, entitlement: entitlements }[entity];
  const [first] = all.values();
  return { entity, id: first?.id ?? '' };
}

/** What an entity holds in a field, as the site keeps it. */
function held({ entity, id }: DetailHolder, name: string): readonly string[] {
  const { customers, organizations, entitlements, fields } = sandbox.site.state();
  const all = { customer: customers, organization: organizations, entitlement: entitlements }[entity];
  return all.get(id)?.details.get(fields[entity].find(name)?.id ?? '') ?? [];
}

/** The type of a field of customers, organizations or entitlements, as a page shows it. */
function typeOf(entity: Entity, name: string): DetailFieldType {
  const type = sandbox.site.state().fields[entity].find(name)?.type ?? 'TEXT';
  return v.parse(v.picklist(detailFieldTypes), type);
}

const set = (of: DetailHolder, field: string, values: string[], seen: readonly string[] = held(of, field)) => {
  const type = typeOf(of.entity, field);
  return sandbox.settle(ada.call('details.set', { holder: of, field, type, values, seen: [...seen] }));
};

describe('a detail value', () => {
  it.each<[Entity, string, string[]]>([
    ['customer', 'Region', ['AU']],
    ['customer', 'Interests', ['Events', 'Newsletter']],
    ['organization', 'Founded', ['1999-12-31']],
    ['organization', 'Strategic', ['true']],
    ['entitlement', 'Hotline', ['+49 30 1234567']],
    ['entitlement', 'Licenses', ['12.5']],
  ])('of a %s is set: %s', async (entity, field, values) => {
    const of = holder(entity);
    expect(await set(of, field, values)).toEqual({ values });
    expect(held(of, field)).toEqual(values);
  });

  it.each<Entity>(['customer', 'organization', 'entitlement'])('of a %s is cleared by no values', async (entity) => {
    const of = holder(entity);
    const field = { customer: 'Tier', organization: 'Industry', entitlement: 'Plan' }[entity];
    expect(held(of, field)).not.toEqual([]);
    expect(await set(of, field, [])).toEqual({ values: [] });
    expect(held(of, field)).toEqual([]);
  });

  it('is saved already where the field holds what was entered: the answer to the same change may have been lost', async () => {
    const of = holder('customer');
    const seen = held(of, 'Notes');
    await set(of, 'Notes', ['Mine']);
    expect(await set(of, 'Notes', ['Mine'], seen)).toEqual({ values: ['Mine'] });
  });

  it('is not written over what another has set meanwhile, which the answer says', async () => {
    const of = holder('customer');
    const seen = held(of, 'Notes');
    await set(of, 'Notes', ['Theirs']);
    await expect(set(of, 'Notes', ['Mine'], seen)).rejects.toMatchObject({
      error: { code: 'CONFLICT', present: ['Theirs'] },
    });
    expect(held(of, 'Notes')).toEqual(['Theirs']);
    await set(of, 'Notes', ['Mine'], ['Theirs']);
    expect(held(of, 'Notes')).toEqual(['Mine']);
  });

  it('is the same in whichever order several options were read', async () => {
    const of = holder('customer');
    await set(of, 'Interests', ['Events', 'Webinars']);
    await set(of, 'Interests', ['Events'], ['Webinars', 'Events']);
    expect(held(of, 'Interests')).toEqual(['Events']);
  });

  it('stays as it is where the field is closed to everyone, and the site says why', async () => {
    const of = holder('customer');
    const before = held(of, 'Legacy ID');
    await expect(set(of, 'Legacy ID', ['C-1'])).rejects.toMatchObject({
      error: { code: 'SITE_FORBIDDEN', message: words(/Legacy ID/) },
    });
    expect(held(of, 'Legacy ID')).toEqual(before);
  });

  it.each([
    ['Phone', '030 1234567'],
    ['Billing email', 'nobody'],
    ['Website', 'example'],
    ['Region', 'Europe'],
  ])('that the site does not take is refused in its words: %s', async (field, value) => {
    const of = holder('customer');
    const before = held(of, field);
    await expect(set(of, field, [value])).rejects.toMatchObject({
      error: { code: 'SITE_REFUSED', message: words(/^Your site says: /) },
    });
    expect(held(of, field)).toEqual(before);
  });

  it.each([
    ['Region', ['Europe']],
    ['Interests', ['Events', 'Fishing']],
  ])('that is no option any more is refused with the way to see the options as they are: %s', async (field, values) => {
    await expect(set(holder('customer'), field, values)).rejects.toMatchObject({
      error: {
        code: 'SITE_REFUSED',
        message: words(/^Your site says: /),
        advice: words(/Reload the page to see the current options/),
      },
    });
  });

  it('cannot be set in a field or on an entity that is not there', async () => {
    await expect(set(holder('customer'), 'Shoe size', ['42'])).rejects.toMatchObject({ error: { code: 'NOT_FOUND' } });
    const gone = { entity: 'customer', id: 'qm:gone' } as const;
    await expect(set(gone, 'Region', ['EU'])).rejects.toMatchObject({
      error: { code: 'NOT_FOUND', message: 'This customer no longer exists.' },
    });
  });

  it('is not set in a field that was made again with another type', async () => {
    const of = holder('customer');
    const { fields } = await sandbox.settle(ada.call('fields.list', { entity: 'customer' }));
    const tier = fields.find(({ name }) => name === 'Tier');
    if (tier === undefined) throw new Error('The demo site has no field Tier.');
    await sandbox.settle(ada.call('fields.delete', { entity: 'customer', seen: tier }));
    await sandbox.settle(ada.call('fields.create', { entity: 'customer', name: 'Tier', type: 'TEXT', options: [] }));
    const change = { holder: of, field: 'Tier', type: 'SELECT' } as const;
    await expect(
      sandbox.settle(ada.call('details.set', { ...change, values: ['Gold'], seen: ['Silver'] })),
    ).rejects.toMatchObject({
      error: { code: 'NOT_FOUND', message: words(/Tier.* now has a different type/) },
    });
    expect(held(of, 'Tier')).toEqual([]);
  });
});
