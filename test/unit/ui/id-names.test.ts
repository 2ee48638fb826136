import { asked, settle, waiting } from '../../support/file-frame';
import type { ColumnIds } from '../../../src/contract/file-frame';
import { restWords, shownOf, stepsFor } from '../../../src/ui/admin/imports/wizard/id-names';

// Loaded once the bridge has its host, which the support above puts there.
const namesOf = async (entity: ColumnIds['entity'], ...ids: string[]) =>
  (await import('../../../src/ui/admin/imports/wizard/id-names')).namesOf({ entity, ids });

beforeEach(() => asked.splice(0));

const entity = (id: string, name: string, email?: string) => ({
  ...{ id, name, values: [], joined: [] },
  ...(email !== undefined && { email }),
});

const columnOf = (count: number, more: Partial<ColumnIds> = {}): ColumnIds => ({
  ...{ column: 'A', entity: 'organization', others: 0 },
  ids: Array.from({ length: count }, (_, at) => ({ id: String(at + 1), rows: 1 })),
  ...more,
});

/** All but these are on the site. */
const namesBut = (count: number, ...missing: number[]) =>
  new Map(
    Array.from({ length: count }, (_, at): [string, string | null] => [
      `organization ${at + 1}`,
      missing.includes(at + 1) ? null : `Name ${at + 1}`,
    ]),
  );

describe('the names of IDs', () => {
  test('are asked for 25 at a time, each ID once', () => {
    const columns = [columnOf(30), columnOf(26), columnOf(31, { column: 'C' })];
    expect(stepsFor(columns).map(({ ids }) => [ids[0], ids.length])).toEqual([
      ['1', 25],
      ['26', 5],
      ['31', 1],
    ]);
  });

  test('are null where the site shows nothing', async () => {
    const names = namesOf('organization', '1', '2');
    await settle();
    const call = waiting('imports.shown');
    expect(call.payload).toMatchObject({ kind: 'organization-profiles', rows: { length: 2 } });
    call.answer({ ok: true, data: { entities: [entity('1', 'Acme'), 'unknown'] } });
    expect([...(await names)]).toEqual([
      ['organization 1', 'Acme'],
      ['organization 2', null],
    ]);
  });

  test('tell a customer by email as well', async () => {
    const names = namesOf('customer', 'qm:1');
    await settle();
    waiting('imports.shown').answer({ ok: true, data: { entities: [entity('qm:1', 'Ada', 'ada@acme.example')] } });
    expect((await names).get('customer qm:1')).toBe('Ada (ada@acme.example)');
  });

  test('of products are listed until all are found', async () => {
    const names = namesOf('product', 'p1', 'p2', 'p3');
    await settle();
    const page = (next: string | null, ...ids: string[]) => ({
      ok: true as const,
      data: { products: ids.map((id) => ({ id, name: `Product ${id}` })), next },
    });
    waiting('products.list').answer(page('100', 'p1'));
    await settle();
    const second = waiting('products.list');
    expect(second.payload).toMatchObject({ cursor: '100' });
    second.answer(page(null, 'p2'));
    expect([...(await names).values()]).toEqual(['Product p1', 'Product p2', null]);
    expect(asked).toEqual([]);
  });
});

describe('the IDs that a table shows', () => {
  test('are 20, those first that the site doesn’t have once all are looked up', () => {
    const column = columnOf(60);
    expect(shownOf(column, namesBut(30, 25)).map(({ id }) => id)).toEqual(
      Array.from({ length: 20 }, (_, at) => String(at + 1)),
    );
    const first = shownOf(column, namesBut(60, 25, 60)).map(({ id }) => id);
    expect([first.length, ...first.slice(0, 3)]).toEqual([20, '25', '60', '1']);
  });

  test('are followed by what is known of the others', () => {
    expect(restWords(columnOf(20), namesBut(20))).toEqual([]);
    expect(restWords(columnOf(60), namesBut(25))).toEqual(['And 40 more IDs: being looked up.']);
    expect(restWords(columnOf(60), namesBut(60, 3))).toEqual(['And 40 more IDs: your site has them all.']);
    const many = Array.from({ length: 22 }, (_, at) => at + 1);
    expect(restWords(columnOf(60), namesBut(60, ...many))).toEqual([
      'And 40 more IDs: your site shows nothing for 2 of them.',
    ]);
    expect(restWords(columnOf(20, { others: 1 }), namesBut(20))).toEqual([
      '1 other ID isn’t looked up: only the first 500 of a column are.',
    ]);
    expect(restWords(columnOf(20, { others: 1_500, hasMore: true }), namesBut(20))).toEqual([
      'More than 1,500 other IDs aren’t looked up: only the first 500 of a column are.',
    ]);
  });
});
