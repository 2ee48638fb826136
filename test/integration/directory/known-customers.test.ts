import type { ImportSetup } from '../../../src/contract/file-frame';
import type { ShownRequest } from '../../../src/contract/imports';
import { compareFile } from '../../../src/domain/compare/compare-file';
import { checkFile } from '../../../src/domain/file/check/check-file';
import { openFile } from '../../../src/domain/file/read/open-file';
import { KnownCustomers } from '../../../static/file-frame/src/known-customers';
import { type DirectorySite, TODAY, directorySite } from '../../support/directory-site';

const ROWS = 250;
const setup: ImportSetup = {
  kind: 'customer-profiles',
  operation: 'UPSERT',
  columns: [
    { header: 'Email', target: { to: 'email' } },
    { header: 'Name', target: { to: 'displayName' } },
  ],
  fields: [],
  options: { emptyCells: 'leave', valueSeparator: ';' },
};
const pass = { signal: new AbortController().signal, progress: () => undefined };
const view = { filters: [], sort: { column: 'name', isDescending: false }, columns: ['email'] };

let at: DirectorySite;
let customers: (readonly string[])[];
beforeEach(async () => {
  at = await directorySite();
  await at.read();
  const asked = at.ada.call('directory.export', { entity: 'customer', view, today: TODAY, from: null });
  customers = (await at.sandbox.settle(asked)).rows.filter(([, email]) => email !== '').slice(0, ROWS);
});
afterEach(() => at.sandbox.close());

/** Compares the customers as the directory has them, as the frame does, and counts what the site is asked. */
async function compare(told: (rows: string[][]) => string[][] = (rows) => rows) {
  const lines = customers.map(([, email, name]) => `${email},"${name}"`);
  const file = await openFile(new Blob([['Email,Name', ...lines].join('\n')]), 'known.csv');
  const checked = await checkFile(file, setup, () => Promise.resolve([]), pass);
  const known = new KnownCustomers(checked.summary.ready, async (request) => {
    const page = await at.sandbox.settle(at.ada.call('directory.export', request));
    return { ...page, rows: told(page.rows) };
  });
  const show = async (requests: readonly ShownRequest[]) => {
    const found = [];
    for (const one of requests) {
      const request = await known.hinted(one);
      found.push((await at.sandbox.settle(at.ada.call('imports.shown', request))).entities);
    }
    return found;
  };
  const before = requests();
  const { comparison } = await compareFile(checked, show, pass);
  return { comparison, requests: requests() - before };
}

const requests = (): number => [...at.sandbox.site.log.counts.values()].reduce((sum, count) => sum + count, 0);

it('compares customers whom the directory knows without a search for each', async () => {
  const { comparison, requests: made } = await compare();
  expect(comparison).toMatchObject({ unchanged: ROWS, changed: 0, new: 0 });
  // A fetch for each 25 rows; each call of a page asks who calls.
  expect(made).toBeLessThanOrEqual(3 * (ROWS / 25));
});

it('reads no more of a large directory than spares the site', async () => {
  let calls = 0;
  const next = { generation: 'one', part: 0, matched: 0 };
  const known = new KnownCustomers(ROWS, () => {
    calls += 1;
    return Promise.resolve({ headers: [], rows: [], next });
  });
  const rows = [{ named: { email: 'ada@example.com' }, joins: [] }];
  await known.hinted({ kind: setup.kind, fields: [], rows });
  expect(calls).toBe(ROWS / 10);
});

it('reads nothing of the directory for rows of which none is searched for', async () => {
  const known = new KnownCustomers(ROWS, () => Promise.reject(new Error('The directory was read.')));
  const request = { kind: setup.kind, fields: [], rows: [{ named: { id: 'qm:1' }, joins: [] }] };
  expect(await known.hinted(request)).toEqual(request);
});

it('believes no ID that the site does not show with the address', async () => {
  const others = (rows: string[][]) =>
    rows.map(([, ...rest], index) => [rows[(index + 1) % rows.length]?.[0] ?? '', ...rest]);
  const { comparison, requests: made } = await compare(others);
  expect(comparison).toMatchObject({ unchanged: ROWS, changed: 0, new: 0 });
  expect(made).toBeGreaterThan(ROWS);
});
