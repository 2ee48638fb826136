import { asked, settle, waiting } from '../../support/file-frame';
import { listedKeys, othersWords } from '../../../src/ui/admin/imports/wizard/id-names';

// Loaded once the bridge has its host, which the support above puts there.
const namesOfIds = async (keys: readonly string[]) =>
  (await import('../../../src/ui/admin/imports/wizard/id-names')).namesOfIds(keys);

beforeEach(() => asked.splice(0));

const entity = (id: string, name: string, email?: string) => ({
  ...{ id, name, values: [], joined: [] },
  ...(email !== undefined && { email }),
});

describe('the names of IDs', () => {
  test('are asked for with one call for each 25, and null where the site shows nothing', async () => {
    const ids = Array.from({ length: 30 }, (_, at) => `organization ${at + 1}`);
    const names = namesOfIds(ids);
    await settle();
    const first = waiting('imports.shown');
    expect(first.payload).toMatchObject({ kind: 'organization-profiles', rows: { length: 25 } });
    first.answer({ ok: true, data: { entities: [entity('1', 'Acme'), ...Array.from({ length: 24 }, () => null)] } });
    await settle();
    waiting('imports.shown').answer({ ok: true, data: { entities: [entity('30', 'Beta'), null, null, null, null] } });
    expect([...(await names)].filter(([, name]) => name !== null)).toEqual([
      ['organization 1', 'Acme'],
      ['organization 30', 'Beta'],
    ]);
    expect((await names).get('organization 2')).toBeNull();
  });

  test('tell a customer by email as well', async () => {
    const names = namesOfIds(['customer qm:1']);
    await settle();
    waiting('imports.shown').answer({ ok: true, data: { entities: [entity('qm:1', 'Ada', 'ada@acme.example')] } });
    expect((await names).get('customer qm:1')).toBe('Ada (ada@acme.example)');
  });

  test('of products are those of one list, and asked for one by one only where a site has more', async () => {
    const names = namesOfIds(['product p1', 'product p2', 'product p3']);
    await settle();
    const list = { products: [{ id: 'p1', name: 'Support' }], next: '100' };
    waiting('products.list').answer({ ok: true, data: list });
    await settle();
    waiting('products.get').answer({ ok: true, data: { id: 'p2', name: 'Training' } });
    await settle();
    waiting('products.get').answer({ ok: false, error: { code: 'NOT_FOUND', message: 'No such product.' } });
    expect([...(await names)]).toEqual([
      ['product p1', 'Support'],
      ['product p2', 'Training'],
      ['product p3', null],
    ]);
  });

  test('are wanted once for each ID, in an order of their own', () => {
    const column = { column: 'A', entity: 'organization' as const, others: 0 };
    const columns = [
      {
        ...column,
        ids: [
          { id: '8', rows: 3 },
          { id: '7', rows: 1 },
        ],
      },
      { ...column, column: 'B', ids: [{ id: '8', rows: 1 }] },
    ];
    expect(listedKeys(columns)).toEqual(['organization 7', 'organization 8']);
  });

  test('that are not listed are counted', () => {
    expect(othersWords({ others: 0 })).toBe('');
    expect(othersWords({ others: 1 })).toBe('And 1 other ID, not looked up here.');
    expect(othersWords({ others: 1_980, hasMore: true })).toBe('And more than 1,980 other IDs, not looked up here.');
  });
});
