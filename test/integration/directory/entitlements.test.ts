import {
  DIRECTORY_PAGE,
  type DirectoryQuery,
  type DirectoryRecord,
  type ListCursor,
} from '../../../src/contract/directory';
import type { ResponseOf } from '../../../src/contract/resolvers';
import { byName } from '../../../src/domain/directory/sort';
import { type DirectorySite, TODAY, directorySite } from '../../support/directory-site';

let at: DirectorySite;

beforeAll(async () => {
  at = await directorySite();
  await at.read();
});
afterAll(() => at.sandbox.close());

const list = (query: Partial<DirectoryQuery> = {}, page = 0) => at.list(query, page, 'entitlement');
const state = () => at.sandbox.site.state();

/** Every row of a list, a page after the other. */
async function all(query: Partial<DirectoryQuery> = {}): Promise<DirectoryRecord[]> {
  const { matched, rows } = await list(query);
  for (let page = 1; page * DIRECTORY_PAGE < matched; page += 1) rows.push(...(await list(query, page)).rows);
  return rows;
}

const endOf = ({ entitlements: [held] }: DirectoryRecord): string => held?.endsOn ?? '';
const asHeld = ({ id, entitlements: [held] }: DirectoryRecord): string =>
  `${id} ${held?.product.id ?? ''} ${held?.endsOn ?? ''}`;

/** What the site has, as the rows should be. */
function onSite(): string[] {
  const [endField] = [...state().fields.entitlement.values()].filter(({ type }) => type === 'DATE');
  return [...state().entitlements.values()].map(
    ({ entity, productId, details }) => `${entity.id} ${productId} ${details.get(endField?.id ?? '')?.[0] ?? ''}`,
  );
}

/** How many parts of the directory a page of the list is made of. */
async function partsRead(query: Partial<DirectoryQuery>, page = 0): Promise<number> {
  const read = jest.spyOn(at.sandbox.platform.store, 'get');
  try {
    await list(query, page);
    const keys = new Set(read.mock.calls.map(([, key]) => key));
    return [...keys].filter((key) => /^directory-data:.*:(?:customer|organization):/.test(key)).length;
  } finally {
    read.mockRestore();
  }
}

it('lists each entitlement once with who holds it, organizations before customers, both by name', async () => {
  const rows = await all();
  expect(rows.map(asHeld).sort()).toEqual(onSite().sort());
  const holders = rows.map(({ heldBy, name }) => `${heldBy === 'organization' ? 0 : 1} ${name.toLowerCase()}`);
  expect(holders).toEqual([...holders].sort());
  expect(new Set(rows.map(({ heldBy }) => heldBy))).toEqual(new Set(['customer', 'organization']));
});

it('reads one part for the first page, and all of them for a filter or another order', async () => {
  expect(await partsRead({})).toBe(1);
  expect(await partsRead({ filters: [{ by: 'holder', holder: 'customer' }] })).toBe(1);
  expect(await partsRead({ filters: [{ by: 'ended' }] })).toBeGreaterThan(3);
  expect(await partsRead({ filters: [{ by: 'ended' }, { by: 'holder', holder: 'organization' }] })).toBe(1);
});

it('finds the entitlements to a product, those that end soon, those of a holder and those without an end', async () => {
  const products = [...state().products.values()];
  const [product] = products;
  if (product === undefined) throw new Error('The demo site has no products.');
  const to = await all({ filters: [{ by: 'product', product }] });
  expect(to.map(asHeld).sort()).toEqual(
    onSite()
      .filter((held) => held.split(' ')[1] === product.id)
      .sort(),
  );
  const soon = await all({ filters: [{ by: 'ends', days: 90 }], sort: { column: 'ends', isDescending: false } });
  expect(soon.length).toBeGreaterThan(DIRECTORY_PAGE);
  expect(soon.map(endOf)).toEqual(soon.map(endOf).sort());
  expect(soon.every((row) => endOf(row) >= TODAY && endOf(row) <= '2026-04-05')).toBe(true);
  const [organization] = [...state().organizations.values()].filter(({ id }) =>
    [...state().entitlements.values()].some(({ entity }) => entity.id === id),
  );
  const of = await all({ filters: [{ by: 'text', text: organization?.name ?? '' }] });
  expect(of.map(asHeld).sort()).toEqual(
    onSite()
      .filter((held) => held.startsWith(`${organization?.id ?? ''} `))
      .sort(),
  );
  const endless = await all({ filters: [{ by: 'empty', field: 'Valid until' }] });
  expect(endless).toHaveLength(onSite().filter((held) => held.endsWith(' ')).length);
});

it('goes from the last name to the first, customers before organizations', async () => {
  const [rows, back] = [await all(), await all({ sort: { column: 'name', isDescending: true } })];
  const names = (some: readonly DirectoryRecord[]) => some.map(({ name }) => name);
  expect(names(back)).toEqual(names(rows).toReversed());
});

it('follows what the app changes, page by page', async () => {
  const { rows, matched } = await list();
  const [first] = rows;
  if (first === undefined) throw new Error('The list is empty.');
  const { entitlements } = await at.sandbox.settle(
    at.ada.call('entitlements.list', { holder: { entity: 'organization', id: first.id } }),
  );
  for (const { id } of entitlements) await at.sandbox.settle(at.ada.call('entitlements.revoke', { id }));
  const granted = state().organizations.get('2');
  const held = new Set(
    [...state().entitlements.values()].flatMap(({ entity, productId }) => (entity.id === '2' ? [productId] : [])),
  );
  const product = [...state().products.values()].find(({ id }) => !held.has(id));
  if (granted === undefined || product === undefined) throw new Error('There is nothing to grant.');
  const grant = { holder: { entity: 'organization' as const, id: '2' }, productId: product.id };
  await at.sandbox.settle(at.ada.call('entitlements.grant', grant));
  const after = await list();
  expect(after.matched).toBe(matched - entitlements.length + 1);
  expect(after.rows.map(({ id }) => id)).not.toContain(first.id);
  expect(await partsRead({})).toBe(1);
  expect((await all()).map(asHeld).sort()).toEqual(onSite().sort());
});

it('exports what is shown', async () => {
  const filters = [{ by: 'ends' as const, days: 30 }];
  const rows: string[][] = [];
  let from: ListCursor | null = null;
  do {
    const page: ResponseOf<'directory.export'> = await at.sandbox.settle(
      at.ada.call('directory.export', {
        ...{ entity: 'entitlement', today: TODAY, from },
        view: { filters, sort: byName, columns: ['name'] },
      }),
    );
    rows.push(...page.rows);
    from = page.next;
  } while (from !== null);
  const shown = await all({ filters });
  expect(rows.map(([customer, , , organization, , product]) => `${customer || organization} ${product}`)).toEqual(
    shown.map((row) => asHeld(row).split(' ').slice(0, 2).join(' ')),
  );
});

it('keeps a view, and refuses to filter by a field that entitlements don’t have', async () => {
  const view = { filters: [{ by: 'ended' as const }], sort: byName, columns: ['name', 'holder', 'ends'] };
  const { views } = await at.sandbox.settle(
    at.ada.call('directory.saveView', { view: { name: 'Ended', entity: 'entitlement', view } }),
  );
  expect(views).toEqual([{ name: 'Ended', entity: 'entitlement', view }]);
  const asked = list({ filters: [{ by: 'empty', field: 'Tier' }] });
  await expect(asked).rejects.toThrow('The detail field “Tier” is not on your site.');
});
