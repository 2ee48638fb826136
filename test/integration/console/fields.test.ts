import type { DetailEntity } from '../../../src/contract/details';
import { type DetailFieldType, detailFieldTypes } from '../../../src/contract/fields';
import { type Site, createSite } from '../../../sandbox/site';
import { type Console, consoleOf } from '../../support/console';
import { onSite } from '../../support/on-site';
import { type VirtualSandbox, virtualSandbox } from '../../support/sandbox';
import { words } from '../../support/words';

let sandbox: VirtualSandbox<Site>;
let ada: Console;

async function open(content: 'demo' | 'empty'): Promise<void> {
  sandbox = await virtualSandbox({ site: (parts) => createSite({ ...parts, content }) });
  ada = consoleOf(sandbox.platform);
}

beforeEach(() => {
  jest.spyOn(console, 'log').mockImplementation(() => undefined);
});
afterEach(() => sandbox.close());

const other = onSite(() => sandbox.site);
const entities: DetailEntity[] = ['customer', 'organization', 'entitlement'];
const call: Console['call'] = (name, payload) => sandbox.settle(ada.call(name, payload));
const list = async (entity: DetailEntity) => (await call('fields.list', { entity })).fields;
const names = async (entity: DetailEntity = 'customer') => (await list(entity)).map(({ name }) => name);

function create(
  name: string,
  type: DetailFieldType = 'TEXT',
  options: string[] = [],
  entity: DetailEntity = 'customer',
) {
  return call('fields.create', { entity, name, type, options });
}

/** Changes a field that the page showed as it is now, unless it is said how it showed it. */
async function edit(
  name: string,
  wanted: { name?: string; options?: string[] },
  seen: { type?: string; options?: string[] } = {},
) {
  const now = (await list('customer')).find((field) => field.name === name);
  const shown = { name, type: now?.type ?? 'TEXT', options: now?.options ?? [], ...seen };
  const request = { entity: 'customer' as const, seen: shown, name, options: shown.options, ...wanted };
  return call('fields.edit', request);
}

const refusal = (code: string, message: RegExp) => ({
  error: { code, message: words(message) },
});

describe('the fields of each entity', () => {
  beforeEach(() => open('demo'));

  it.each(entities)('of %s stand in the order of the site, and their slots are counted', async (entity) => {
    const fields = await list(entity);
    expect(fields.map(({ position }) => position)).toEqual(fields.map((_, index) => index));
    const { slots } = await call('fields.slots', {});
    expect(slots).toContainEqual({ entity, used: fields.length });
  });

  it('count their customers by value, one search each', async () => {
    const { counts } = await call('fields.holders', { field: 'Region', values: ['EU', 'nowhere'] });
    const { customers, fields } = sandbox.site.state();
    const id = fields.customer.find('Region')?.id ?? '';
    const inEurope = [...customers.values()].filter(({ details }) => details.get(id)?.includes('EU') === true).length;
    expect(inEurope).toBeGreaterThan(0);
    expect(counts).toEqual([
      { value: 'EU', customers: inEurope },
      { value: 'nowhere', customers: 0 },
    ]);
  });

  it('keep the values of a field that is renamed, and lose those of one that is deleted', async () => {
    const held = async (field: string) =>
      (await call('fields.holders', { field, values: ['EU'] })).counts.map(({ customers }) => customers);
    const before = await held('Region');
    await edit('Region', { name: 'Sales region' });
    expect(await held('Sales region')).toEqual(before);

    const { type = '', options = [] } = (await list('customer')).find(({ name }) => name === 'Sales region') ?? {};
    await call('fields.delete', { entity: 'customer', seen: { name: 'Sales region', type, options } });
    await create('Region', 'SELECT', ['EU']);
    expect(await held('Region')).toEqual([0]);
  });
});

describe('creating a field', () => {
  beforeEach(() => open('empty'));

  it.each(entities)('of %s takes all nine types, with options where there are any', async (entity) => {
    for (const type of detailFieldTypes) {
      const options = type.endsWith('SELECT') ? ['Gold', 'Silver'] : [];
      const created = await create(`A ${type}`, type, options, entity);
      expect(created).toMatchObject({ name: `A ${type}`, type, options });
    }
    expect(await names(entity)).toEqual(detailFieldTypes.map((type) => `A ${type}`));
  });

  it.each([
    ['a single character', 'x', /at least 2/],
    ['256 characters', 'x'.repeat(256), /up to 255|<=255/],
    ['a forbidden character', 'What?', /\?/],
    ['a reserved word', 'kEY', /reserved/],
  ])('refuses %s', async (_, name, words) => {
    await expect(create(name)).rejects.toMatchObject(refusal('INVALID', words));
    expect(await names()).toEqual([]);
  });

  it('refuses a name that another has taken meanwhile', async () => {
    await create('Tier');
    await expect(create('TIER')).rejects.toMatchObject(refusal('CONFLICT', /“Tier” already/));
    expect(await names()).toEqual(['Tier']);
  });

  it.each<[string, DetailFieldType, string[], RegExp]>([
    ['an option with a comma', 'SELECT', ['a,b'], /comma/],
    ['an empty option', 'MULTISELECT', [' '], /Enter the option/],
    ['an option twice', 'SELECT', ['EU', 'eu'], /already in the list/],
    ['options for a type that has none', 'TEXT', ['EU'], /no options/],
    ['more than 2,000 options', 'SELECT', Array.from({ length: 2_001 }, (_, at) => `${at}`), /up to 2000/],
  ])('refuses %s', async (_, type, options, words) => {
    await expect(create('Region', type, options)).rejects.toMatchObject(refusal('INVALID', words));
    expect(await names()).toEqual([]);
  });

  it('hands on what a site says that has no slot left', async () => {
    for (let at = 1; at <= 50; at += 1) await create(`Field ${at}`);
    await expect(create('One more')).rejects.toMatchObject(refusal('SITE_REFUSED', /50/));
  });

  it('hands on what a site says that takes fewer options', async () => {
    sandbox.site.settings.optionsPerField = 50;
    const options = Array.from({ length: 51 }, (_, at) => `${at}`);
    await expect(create('Region', 'SELECT', options)).rejects.toMatchObject(refusal('SITE_REFUSED', /50 options/));
  });
});

describe('a field that two administrators change', () => {
  beforeEach(async () => {
    await open('empty');
    await create('Region', 'SELECT', ['EU', 'US']);
  });

  it('gets the options of the first; the second is told which there are now', async () => {
    await other('PUT', 'customer/details/Region', { name: 'Region', options: ['EU', 'US', 'AU'] });
    const late = edit('Region', { options: ['EU'] }, { options: ['EU', 'US'] });
    await expect(late).rejects.toMatchObject({ error: { code: 'CONFLICT', present: ['EU', 'US', 'AU'] } });
    expect((await list('customer'))[0]?.options).toEqual(['EU', 'US', 'AU']);
  });

  it('cannot be changed under a name that it has no more', async () => {
    await other('PUT', 'customer/details/Region', { name: 'Area', options: ['EU', 'US'] });
    await expect(edit('Region', { options: ['EU'] })).rejects.toMatchObject(refusal('NOT_FOUND', /renamed or deleted/));
    const seen = { name: 'Region', type: 'SELECT', options: ['EU', 'US'] };
    await expect(call('fields.delete', { entity: 'customer', seen })).rejects.toMatchObject(
      refusal('NOT_FOUND', /renamed or deleted/),
    );
    expect(await names()).toEqual(['Area']);
  });

  it('is not changed where it was made anew with another type', async () => {
    const late = edit('Region', { name: 'Area', options: [] }, { type: 'TEXT', options: [] });
    await expect(late).rejects.toMatchObject(refusal('CONFLICT', /its options are EU, US now/));
    await expect(late).rejects.not.toMatchObject({ error: { present: expect.anything() as unknown } });
  });

  it.each([
    ['options', { type: 'SELECT', options: ['EU'] }],
    ['type', { type: 'TEXT', options: [] }],
  ])('is not deleted by who saw other %s', async (_, seen) => {
    const late = call('fields.delete', { entity: 'customer', seen: { name: 'Region', ...seen } });
    await expect(late).rejects.toMatchObject(refusal('CONFLICT', /“Region” has changed since you opened it/));
    expect(await names()).toEqual(['Region']);
  });

  it('is not deleted where it has other options meanwhile, some of which are named', async () => {
    const options = Array.from({ length: 7 }, (_, at) => `Region ${at + 1}`);
    await other('PUT', 'customer/details/Region', { name: 'Region', options });
    const seen = { name: 'Region', type: 'SELECT', options: ['EU', 'US'] };
    await expect(call('fields.delete', { entity: 'customer', seen })).rejects.toMatchObject(
      refusal('CONFLICT', /its options are Region 1, .* Region 5 and 2 more now/),
    );
  });

  it('gets no name that another has', async () => {
    await create('Tier');
    await expect(edit('Region', { name: 'tier' })).rejects.toMatchObject(refusal('CONFLICT', /“Tier” already/));
    await expect(edit('Region', { name: 'REGION' })).resolves.toMatchObject({ name: 'REGION', options: ['EU', 'US'] });
  });
});
