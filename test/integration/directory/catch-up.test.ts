import * as v from 'valibot';
import { type DirectoryEntity, type DirectoryRecord } from '../../../src/contract/directory';
import { byName } from '../../../src/domain/directory/sort';
import { seededRandom } from '../../../sandbox/forge/ids';
import { directoryIn } from '../../support/directory-in';
import { TODAY } from '../../support/directory-site';
import { type ImportedRows, furnishing, importRows, note, siteOfKinds } from '../../support/import-rows';
import { type ImportSite, MINUTE_MS } from '../../support/import-site';
import { chance, pick } from '../../simulation/kinds/draw';
import { crashPlan } from '../../simulation/weather';

const CUSTOMERS = 150;
const ORGANIZATIONS = 12;
const products: NonNullable<ImportedRows['products']> = [
  ['support', 'p1'],
  ['phone', 'p2'],
];

let world: ImportSite;
beforeEach(async () => {
  world = await siteOfKinds();
});
afterEach(() => world.close());

const settle = <T>(asked: Promise<T>): Promise<T> => world.sandbox.settle(asked);
const status = () => directoryIn(world).status();
const readAll = () => directoryIn(world).read();
const emailOf = (index: number): string => `customer${index}@example.com`;

/** A site whose customers are in organizations, some with a product of their own or of theirs. */
function furnish(): void {
  const { addCustomer, addOrganization, addProduct } = furnishing(world);
  const { customers, organizations } = world.sandbox.site.state();
  for (const [name, id] of products) addProduct(id, name);
  for (let index = 0; index < ORGANIZATIONS; index += 1) addOrganization(String(index + 1), `Organization ${index}`);
  for (let index = 0; index < CUSTOMERS; index += 1) {
    const customer = customers.get(addCustomer(emailOf(index), `Customer ${index}`));
    const organizationId = String((index % ORGANIZATIONS) + 1);
    customer?.organizations.add(organizationId);
    organizations.get(organizationId)?.customers.add(customer?.id ?? '');
  }
}

/** Lets time pass until the directory lacks nothing that jobs have done. */
async function caughtUp(): Promise<void> {
  for (let minute = 0; minute < 12 * 60; minute += 1) {
    await world.sandbox.run(MINUTE_MS);
    const { kept, scan } = await status();
    if (scan === null && kept?.isBehind === false) return;
  }
  throw new Error('The directory did not catch up within half a day.');
}

/** Lets time pass in which the site throttles and fails, events come twice, and processes are lost. */
async function inBadWeather(random: () => number, ms: number): Promise<void> {
  const { site, platform } = world.sandbox;
  Object.assign(site.faults, { latencyMs: 300, failRate: 0.05, throttleRate: 0.05, retryAfterSeconds: 20 });
  Object.assign(platform.faults.crashes, crashPlan(0.02, random));
  platform.faults.queue.duplicateRate = 0.2;
  await world.sandbox.run(ms);
  Object.assign(site.faults, { latencyMs: 0, failRate: 0, throttleRate: 0 });
  Object.assign(platform.faults.crashes, { beforeCall: undefined, afterCall: undefined });
}

/** What the lists show of every record, but for when it was read. */
async function shown(): Promise<Omit<DirectoryRecord, 'readAt'>[]> {
  const all: Omit<DirectoryRecord, 'readAt'>[] = [];
  for (const entity of ['customer', 'organization'] as const) all.push(...(await rowsOf(entity)));
  return all;
}

async function rowsOf(entity: DirectoryEntity): Promise<Omit<DirectoryRecord, 'readAt'>[]> {
  const rows: Omit<DirectoryRecord, 'readAt'>[] = [];
  for (let page = 0; ; page += 1) {
    const query = { filters: [], sort: byName };
    const read = await settle(world.ada.call('directory.list', { entity, query, today: TODAY, page, from: null }));
    rows.push(...read.rows.map(({ readAt: _, ...row }) => row));
    if (rows.length >= read.matched) return rows;
  }
}

/** Counts the profiles that are asked for from now on. */
function countProfiles(): () => number {
  let asked = 0;
  world.changeAnswers(({ path, body }, answer) => {
    if (path.endsWith('/profile/fetch')) asked += (body ?? '').split(/qm:|"organizationIds"/).length - 1;
    return answer;
  });
  return () => asked;
}

const email: ImportedRows['columns'][number] = ['Email', { to: 'email' }];
const noteColumn: ImportedRows['columns'][number] = ['Note', { to: 'detail', field: 'Note' }];
const someone = (random: () => number): string => emailOf(Math.floor(random() * (CUSTOMERS + 10)));
const organization = (random: () => number): string => String(1 + Math.floor(random() * ORGANIZATIONS));
const rowsFrom = (random: () => number, row: () => string[]): string[][] =>
  Array.from({ length: 1 + Math.floor(random() * 4) }, row);
const each = (rows: string[][]): string[][] => [...new Map(rows.map((row) => [row[0], row])).values()];

/** A file of one of the kinds, about what the site has and what it has not. */
const draws: ((random: () => number) => ImportedRows)[] = [
  (random) => ({
    ...{ kind: 'customer-profiles', operation: 'UPSERT', fields: [note], products },
    columns: [
      email,
      ['Name', { to: 'displayName' }],
      noteColumn,
      ['Organization', { to: 'organization', by: 'id' }],
      ['Product', { to: 'product', by: 'name' }],
    ],
    rows: each(
      rowsFrom(random, () => [
        ...[someone(random), `Renamed ${random()}`, `Note ${random()}`],
        ...[chance(random, 0.5) ? organization(random) : '', chance(random, 0.3) ? 'Support' : ''],
      ]),
    ),
  }),
  (random) => ({
    ...{ kind: 'organization-profiles', operation: 'UPSERT', fields: [note], products },
    columns: [
      ['ID', { to: 'organizationId' }],
      ['Name', { to: 'name' }],
      noteColumn,
      ['Customers', { to: 'memberEmail' }],
      ['Product', { to: 'product', by: 'name' }],
    ],
    rows: each(
      rowsFrom(random, () => [
        ...[organization(random), chance(random, 0.5) ? `Renamed ${random()}` : '', `Note ${random()}`],
        ...[chance(random, 0.3) ? someone(random) : '', chance(random, 0.5) ? 'Phone' : ''],
      ]),
    ),
  }),
  (random) => ({
    ...{ kind: 'organization-names', operation: 'CREATE', columns: [['Name', { to: 'name' }]] },
    rows: rowsFrom(random, () => [`New ${random()}`]),
  }),
  (random) => ({
    ...{ kind: 'organization-removals', operation: 'DELETE', columns: [['ID', { to: 'organizationId' }]] },
    rows: [[organization(random)]],
  }),
  (random) => ({
    ...{ kind: 'customer-removals', operation: 'DELETE', columns: [email] },
    rows: each(rowsFrom(random, () => [someone(random)])),
  }),
  (random) => ({
    ...{ kind: 'membership-removals', operation: 'REMOVE' },
    columns: [email, ['Organization', { to: 'organizationId' }]],
    rows: Array.from({ length: CUSTOMERS }, (_, index) => index)
      .filter(() => chance(random, 0.05))
      .map((index) => [emailOf(index), String((index % ORGANIZATIONS) + 1)]),
  }),
  (random) => ({
    ...{ kind: 'entitlements', operation: pick(random, ['UPSERT', 'REVOKE']), fields: [note], products },
    columns: [
      email,
      ['Organization', { to: 'organizationId' }],
      ['Product', { to: 'product', by: 'name' }],
      noteColumn,
    ],
    rows: each(
      rowsFrom(random, () => {
        const holder = chance(random, 0.5) ? [someone(random), ''] : ['', organization(random)];
        return [...holder, pick(random, ['Support', 'Phone']), `Note ${random()}`];
      }),
    ),
  }),
  (random) => ({
    ...{ kind: 'customer-details', operation: 'UPDATE', fields: [note], columns: [email, noteColumn] },
    ...{ route: pick(random, ['bulk', 'direct']) },
    rows: each(rowsFrom(random, () => [someone(random), `Note ${random()}`])),
  }),
];

describe.each([1, 2, 3, 4, 5, 6, 7, 8])('after imports of all kinds, in bad weather (seed %d)', (seed) => {
  it('the directory is what reading the whole site makes it', async () => {
    const random = seededRandom(seed);
    furnish();
    await readAll();
    const first = (await status()).kept?.asOf;
    for (let round = 0; round < 3; round += 1) {
      for (let imports = 0; imports < 3; imports += 1) {
        const draw = draws[Math.floor(random() * draws.length)];
        const given = draw?.(random);
        if (given !== undefined && given.rows.length > 0) await importRows(world, given);
      }
      await inBadWeather(random, 10 * MINUTE_MS);
      await caughtUp();
    }
    expect((await status()).kept?.asOf).toBe(first);
    const inSteps = await shown();
    await readAll();
    expect((await status()).kept?.asOf).toBeGreaterThan(first ?? Infinity);
    expect(await shown()).toEqual(inSteps);
  });
});

describe('a directory that catches up', () => {
  const setNotes = (rows: string[][]) =>
    importRows(world, {
      ...{ kind: 'customer-profiles', operation: 'UPSERT', fields: [note], columns: [email, noteColumn], rows },
    });

  it('reads the records that imports name, and no others', async () => {
    furnish();
    await readAll();
    await setNotes([
      [emailOf(3), 'Changed'],
      ['new@example.com', 'New'],
    ]);
    expect((await status()).kept).toMatchObject({ isOutdated: true, catchesUp: true });
    const asked = countProfiles();
    const before = (await status()).kept?.asOf;
    await caughtUp();
    // The two customers, and the organization of the first.
    expect(asked()).toBe(3);
    expect((await status()).kept).toMatchObject({ asOf: before, isOutdated: false, customers: CUSTOMERS + 1 });
  });

  it('reads everything after an import of products, whose names any record shows', async () => {
    furnish();
    await readAll();
    const before = (await status()).kept?.asOf ?? Infinity;
    await importRows(world, {
      ...{ kind: 'products', operation: 'UPDATE', products },
      columns: [
        ['Product', { to: 'product', by: 'name' }],
        ['New name', { to: 'newName' }],
      ],
      rows: [['Support', 'Help']],
    });
    await caughtUp();
    expect((await status()).kept?.asOf).toBeGreaterThan(before);
  });

  it('reads everything where more than half of the records are named', async () => {
    furnish();
    await readAll();
    const before = (await status()).kept?.asOf ?? Infinity;
    await setNotes(Array.from({ length: CUSTOMERS }, (_, index) => [emailOf(index), 'Changed']));
    expect((await status()).kept).toMatchObject({ isOutdated: true, catchesUp: false });
    await caughtUp();
    expect((await status()).kept?.asOf).toBeGreaterThan(before);
  });

  it('gives way to somebody who has the whole site read', async () => {
    furnish();
    await readAll();
    const before = (await status()).kept?.asOf ?? Infinity;
    await setNotes([[emailOf(3), 'Changed']]);
    world.sandbox.site.faults.latencyMs = 5_000;
    while ((await status()).scan === null) await world.sandbox.run(1_000);
    await settle(world.ada.call('directory.read', {}));
    await directoryIn(world).ended();
    expect((await status()).kept?.asOf).toBeGreaterThan(before);
  });

  it('reads whom an import names by an email that the profile doesn’t show', async () => {
    furnish();
    const hidden = new RegExp(`"email":"${emailOf(3)}",?`, 'u');
    world.changeAnswers(({ path }, answer) =>
      path.endsWith('/profile/fetch') ? { ...answer, body: answer.body.replace(hidden, '') } : answer,
    );
    await readAll();
    await setNotes([[emailOf(3), 'Changed']]);
    await caughtUp();
    const [row] = (await rowsOf('customer')).filter(({ email: shownEmail }) => shownEmail === null);
    expect(row?.values).toEqual([['Note', ['Changed']]]);
  });

  it('keeps who is a customer of an organization and no account of the list', async () => {
    furnish();
    const [hidden] = [...world.sandbox.site.state().customers.values()];
    const listed = v.array(v.looseObject({ accountId: v.string() }));
    world.changeAnswers(({ path }, answer) => {
      if (!path.includes('/users/search')) return answer;
      const others = v.parse(listed, JSON.parse(answer.body)).filter(({ accountId }) => accountId !== hidden?.id);
      return { ...answer, body: JSON.stringify(others) };
    });
    await readAll();
    await setNotes([[emailOf(3), 'Changed']]);
    await caughtUp();
    const rows = await rowsOf('customer');
    expect(rows.map(({ id }) => id)).toContain(hidden?.id);
    expect(rows).toHaveLength(CUSTOMERS);
  });
});
