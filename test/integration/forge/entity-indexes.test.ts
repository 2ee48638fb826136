import { Sort, WhereConditions } from '@forge/kvs';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Filter, FilterConditions, type TestApp, kvs, testApp } from './app';

const ENTITY = `
      - name: ticket
        attributes:
          queue: { type: string }
          age: { type: integer }
        indexes:
          - age
          - name: by-queue
            partition: [queue]
            range: [age]
`;

describe('the indexes of an entity', () => {
  const folder = mkdtempSync(join(tmpdir(), 'csm-console-entities-'));
  const manifestPath = join(folder, 'manifest.yml');
  let app: TestApp;

  beforeAll(() => {
    const own = readFileSync(resolve(__dirname, '../../../manifest.yml'), 'utf8');
    writeFileSync(
      manifestPath,
      own.replace(/^ {4}entities:\n/m, (line) => line + ENTITY.slice(1)),
    );
  });
  afterAll(() => rmSync(folder, { recursive: true }));
  beforeEach(async () => {
    app = await testApp({ manifestPath });
    const tickets = [
      { key: 'a', queue: 'north', age: 3 },
      { key: 'b', queue: 'south', age: 1 },
      { key: 'c', queue: 'north', age: 10 },
      { key: 'd', queue: 'north', age: 2 },
    ];
    await app.inResolver(async () => {
      for (const { key, ...value } of tickets) await kvs.entity('ticket').set(key, value);
    });
    await app.run(10_000);
  });
  afterEach(() => app.close());

  const tickets = () => kvs.entity<{ queue: string; age: number }>('ticket').query();
  const keysOf = async (query: { getMany(): Promise<{ results: { key: string }[] }> }) =>
    (await app.inResolver(() => query.getMany())).results.map(({ key }) => key);

  it('order by their range, as numbers, from either end', async () => {
    expect(await keysOf(tickets().index('age'))).toEqual(['b', 'd', 'a', 'c']);
    expect(await keysOf(tickets().index('age').sort(Sort.DESC))).toEqual(['c', 'a', 'd', 'b']);
  });

  it('select by partition, range and filter', async () => {
    const north = () => tickets().index('by-queue', { partition: ['north'] });
    expect(await keysOf(north())).toEqual(['d', 'a', 'c']);
    expect(await keysOf(north().where(WhereConditions.between(2, 3)))).toEqual(['d', 'a']);
    const filter = new Filter<{ queue: string; age: number }>().and('age', FilterConditions.greaterThan(2));
    expect(await keysOf(north().filters(filter))).toEqual(['a', 'c']);
  });

  it('are read page by page', async () => {
    const first = await app.inResolver(() => tickets().index('age').limit(3).getMany());
    expect(first.results.map(({ key }) => key)).toEqual(['b', 'd', 'a']);
    expect(
      await keysOf(
        tickets()
          .index('age')
          .cursor(first.nextCursor ?? ''),
      ),
    ).toEqual(['c']);
  });

  it('are refused when the manifest has none of that name, or the partition does not fit', async () => {
    await expect(keysOf(tickets().index('colour'))).rejects.toMatchObject({ code: 'INVALID_ENTITY_INDEX' });
    await expect(keysOf(tickets().index('by-queue'))).rejects.toMatchObject({ code: 'INVALID_PARTITION' });
  });
});
