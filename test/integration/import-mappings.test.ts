import { MAX_MAPPING_CHARS, MAX_SAVED_MAPPINGS, type SavedMapping } from '../../src/contract/imports';
import { type Site, createSite } from '../../sandbox/site';
import { ADA, NORA, consoleOf } from '../support/console';
import { type VirtualSandbox, virtualSandbox } from '../support/sandbox';

let sandbox: VirtualSandbox<Site>;

beforeEach(async () => {
  jest.spyOn(console, 'log').mockImplementation(() => undefined);
  sandbox = await virtualSandbox({ site: (parts) => createSite({ ...parts, content: 'empty' }) });
});
afterEach(() => sandbox.close());

const aMapping = (name: string, header = 'E-mail'): SavedMapping => ({
  name,
  kind: 'customer-profiles',
  columns: [{ header, target: { to: 'email' } }],
  options: { emptyCells: 'leave', valueSeparator: ';' },
});
const as = (accountId: string) => consoleOf(sandbox.platform, accountId);
const save = (mapping: SavedMapping) => sandbox.settle(as(ADA).call('imports.saveMapping', { mapping }));
const names = async () => (await sandbox.settle(as(ADA).call('imports.mappings', {}))).mappings.map(({ name }) => name);

describe('saved mappings', () => {
  it('are kept by name, replaced under their name, and deleted', async () => {
    await save(aMapping('Partners'));
    await save(aMapping('Customers'));
    const { mappings } = await save(aMapping('partners', 'Mail'));
    expect(mappings.map(({ name }) => name)).toEqual(['Customers', 'partners']);
    expect(mappings[1]?.columns[0]?.header).toBe('Mail');
    await sandbox.settle(as(ADA).call('imports.deleteMapping', { name: 'PARTNERS' }));
    expect(await names()).toEqual(['Customers']);
  });

  it('are none of them lost when two are saved at once', async () => {
    const both = [aMapping('One'), aMapping('Two')].map((mapping) => as(ADA).call('imports.saveMapping', { mapping }));
    await sandbox.settle(Promise.all(both));
    expect(await names()).toEqual(['One', 'Two']);
  });

  it('end at their limits with a sentence', async () => {
    await expect(save(aMapping('Long', 'x'.repeat(MAX_MAPPING_CHARS)))).rejects.toThrow(/too many columns/);
    for (let index = 0; index < MAX_SAVED_MAPPINGS; index += 1) await save(aMapping(`Mapping ${index}`));
    await expect(save(aMapping('One more'))).rejects.toThrow(/saved mappings, the maximum/);
  });

  it('are for administrators alone', async () => {
    await expect(sandbox.settle(as(NORA).call('imports.mappings', {}))).rejects.toThrow(/FORBIDDEN/);
  });
});
