import type { ImportSetup } from '../../src/contract/file-frame';
import { TOO_MANY_NAMES } from '../../src/domain/import/plan-size';
import { type Site, createSite } from '../../sandbox/site';
import { openFile } from '../../src/domain/file/read/open-file';
import { checkFile } from '../../src/domain/file/check/check-file';
import type { Lookup } from '../../src/domain/file/check/name-resolver';
import { ADA, consoleOf } from '../support/console';
import { type VirtualSandbox, virtualSandbox } from '../support/sandbox';

const setup: ImportSetup = {
  kind: 'customer-profiles',
  operation: 'UPSERT',
  columns: [
    { header: 'E-mail', target: { to: 'email' } },
    { header: 'Organization', target: { to: 'organization', by: 'name' } },
  ],
  fields: [],
  options: { emptyCells: 'leave', valueSeparator: ';' },
};

/** A site that has every organization, each under an id of its own. */
function anyOrganization(): Lookup {
  let next = 10_000;
  return (_, names) => Promise.resolve(names.map((name) => ({ name, ids: [String(next++)] })));
}

/** Checks a file of one customer for each organization. */
async function check(organizations: readonly string[]) {
  const rows = organizations.map((name, index) => `person${index}@plan.example,${name}`);
  const file = await openFile(new Blob([['E-mail,Organization', ...rows].join('\n')]), 'plan.csv');
  return checkFile(file, setup, anyOrganization(), { signal: new AbortController().signal, progress: () => undefined });
}

const many = (count: number, name: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => name(index));

/** Thirty Chinese characters that repeat as little as noise does: three bytes each, and nothing for gzip to find. */
function noise(index: number): string {
  let state = index + 1;
  return many(30, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return String.fromCharCode(0x4e00 + ((state >>> 12) % 20_000));
  }).join('');
}

let sandbox: VirtualSandbox<Site>;
beforeEach(async () => {
  jest.spyOn(console, 'log').mockImplementation(() => undefined);
  sandbox = await virtualSandbox({ site: (parts) => createSite({ ...parts, content: 'empty' }) });
});
afterEach(() => sandbox.close());

describe('a file that names many different organizations', () => {
  it('is taken by the site where the check lets it through', async () => {
    const { plan, summary } = await check(many(8_000, (index) => `Organization ${index}`));
    expect(summary.ready).toBe(8_000);
    const rows = { total: 8_000, leftOut: 0, accepted: 8_000 };
    const created = consoleOf(sandbox.platform, ADA).call('jobs.create', { name: 'Many', plan, delimiter: ',', rows });
    await expect(sandbox.settle(created)).resolves.toHaveProperty('jobId');
  });

  it.each([
    ['in one call', many(12_000, (index) => `The organization with the long name ${index}`)],
    ['as one stored value', many(3_500, noise)],
  ])('is refused by the check, before anything is sent, where they do not fit %s', async (_, organizations) => {
    await expect(check(organizations)).rejects.toThrow(`${TOO_MANY_NAMES.message} ${TOO_MANY_NAMES.advice}`);
  });

  it('is refused by the site with the same words', async () => {
    const { plan } = await check(['Acme']);
    const organizations = many(3_500, noise).map((name, index): [string, string] => [name, String(index)]);
    const tooLarge = { ...plan, lookups: { ...plan.lookups, organizations } };
    const rows = { total: 1, leftOut: 0, accepted: 1 };
    const { call } = consoleOf(sandbox.platform, ADA);
    const created = sandbox.settle(call('jobs.create', { name: 'Many', plan: tooLarge, delimiter: ',', rows }));
    await expect(created).rejects.toMatchObject({ error: { code: 'INVALID', ...TOO_MANY_NAMES } });
  });
});
