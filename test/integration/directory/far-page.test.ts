import { randomBytes } from 'node:crypto';
import { createCustomer } from '../../../sandbox/csm/customers';
import { DIRECTORY_PAGE, type DirectoryQuery, MAX_SORTED_PAGE } from '../../../src/contract/directory';
import { type Ask, type FarPlaces, readListing } from '../../../src/ui/admin/directory/read-listing';
import { type DirectorySite, TODAY, directorySite } from '../../support/directory-site';

let at: DirectorySite;
/** Long values make parts of few records: so many customers take several calls. */
const CUSTOMERS = 4_200;
const LONG_BYTES = 3_500;

beforeAll(async () => {
  at = await directorySite('empty');
  const state = at.sandbox.site.state();
  for (const [id, name] of [
    ['secret', 'Secret'],
    ['number', 'Number'],
  ] as const)
    state.fields.customer.add({ id, name, type: 'TEXT', options: [], view: 'everyone', edit: 'everyone' });
  for (let index = 0; index < CUSTOMERS; index += 1) {
    const customer = createCustomer(state, { email: `c${index}@example.com`, displayName: `Customer ${index}` }, 0);
    if (customer instanceof Error) throw customer;
    customer.details.set('secret', [randomBytes(LONG_BYTES).toString('base64')]);
    if (index % 10 !== 0) customer.details.set('number', [String((index * 7_919) % 10_007)]);
  }
  await at.read();
}, 60_000);
afterAll(() => at.sandbox.close());

const sort = { column: 'field:Number', isDescending: false };
const query: DirectoryQuery = { filters: [], sort };
const last = Math.ceil(CUSTOMERS / DIRECTORY_PAGE) - 1;

/** Reads a page as the console does. */
async function read(page: number, known: FarPlaces | null = null, asked = query) {
  const calls: string[] = [];
  const ask: Ask = async (name, request) => {
    calls.push(name);
    // The store lets only so many of these long values through in a minute.
    await at.sandbox.run(60_000);
    return at.sandbox.settle(at.ada.call(name, request));
  };
  const generation = (await at.status()).kept?.generation ?? '';
  const wanted = { entity: 'customer' as const, query: asked, generation, today: TODAY };
  const found = await readListing(ask, wanted, page, known, () => undefined);
  const numbers = found.rows.map(({ values }) => values.find(([name]) => name === 'Number')?.[1][0] ?? '');
  return { ...found, numbers, calls };
}

const inOrder = (): string[] => {
  const all = Array.from({ length: CUSTOMERS }, (_, index) => index);
  const numbers = all.filter((index) => index % 10 !== 0).map((index) => (index * 7_919) % 10_007);
  return [...numbers.sort((a, b) => a - b).map(String), ...all.filter((index) => index % 10 === 0).map(() => '')];
};
const pageOf = (page: number): string[] => inOrder().slice(page * DIRECTORY_PAGE, (page + 1) * DIRECTORY_PAGE);

it('shows any page of a long list in another order than that of names, and each further one in as many calls as the first', async () => {
  const first = await read(0);
  expect(first.calls.length).toBeGreaterThan(1);
  expect(first.numbers).toEqual(pageOf(0));
  const far = await read(MAX_SORTED_PAGE + 1);
  expect(far).toMatchObject({ matched: CUSTOMERS, numbers: pageOf(MAX_SORTED_PAGE + 1) });
  for (const page of [MAX_SORTED_PAGE + 2, 100, last]) {
    const { numbers, matched, calls } = await read(page, far.far);
    expect({ numbers, matched }).toEqual({ numbers: pageOf(page), matched: CUSTOMERS });
    expect(calls).toHaveLength(first.calls.length);
  }
  expect((await read(last + 1, far.far)).rows).toEqual([]);
});

it('shows a page of another list anew, and one of a list that has changed since', async () => {
  const far = await read(100);
  const asked: DirectoryQuery = { filters: [{ by: 'empty', field: 'Number' }], sort: { ...sort, column: 'email' } };
  expect((await read(MAX_SORTED_PAGE + 1, far.far, asked)).rows).toEqual([]);
  const [gone] = far.rows;
  if (gone === undefined) throw new Error('The page is empty.');
  await at.sandbox.settle(at.ada.call('customers.get', { id: gone.id }));
  await at.sandbox.settle(at.ada.call('customers.delete', { id: gone.id }));
  const after = await read(100, far.far);
  expect(after.matched).toBe(CUSTOMERS - 1);
  expect(after.numbers).toEqual([...pageOf(100).slice(1), pageOf(101)[0]]);
});
