import { Filter, FilterConditions, type TestApp, kvs, testApp } from './app';

describe('the key-value store', () => {
  let app: TestApp;
  beforeEach(async () => {
    app = await testApp({ platform: { queryLagMs: 1000 } });
  });
  afterEach(() => app.close());

  const change = (revision: number, over: number) => () =>
    kvs
      .transact()
      .set(
        'head',
        { revision, value: 'v' },
        {
          entityName: 'record',
          conditions: new Filter<{ revision: number }>().and(
            'revision',
            over === 0 ? FilterConditions.notExists() : FilterConditions.equalTo(over),
          ),
        },
      )
      .set(`part-${revision}`, 'rows')
      .execute();

  it('gives back what was set, and undefined for what was not', async () => {
    const read = await app.inResolver(async () => {
      await kvs.set('a', { b: [1, null] });
      return [await kvs.get('a'), await kvs.get('missing')];
    });
    expect(read).toEqual([{ b: [1, null] }, undefined]);
  });

  it.each([
    ['an empty key', '', 1, 'KEY_TOO_SHORT'],
    ['a long key', 'k'.repeat(501), 1, 'KEY_TOO_LONG'],
    ['a key with a slash', 'a/b', 1, 'INVALID_KEY'],
    ['a value over 240 KiB', 'k', 'x'.repeat(240 * 1024), 'MAX_SIZE'],
    ['null', 'k', null, 'INVALID_VALUE'],
  ])('refuses %s', async (_, key, value, code) => {
    await expect(app.inResolver(() => kvs.set(key, value))).rejects.toMatchObject({ code });
  });

  it('refuses to set a key that exists when told to', async () => {
    const lock = () => kvs.set('lock', 1, { keyPolicy: 'FAIL_IF_EXISTS' });
    await app.inResolver(lock);
    await expect(app.inResolver(lock)).rejects.toMatchObject({ responseDetails: { status: 409 } });
  });

  it('forgets a value when its time is over', async () => {
    await app.inResolver(() => kvs.set('short', 1, { ttl: { value: 2, unit: 'MINUTES' } }));
    await app.run(119_000);
    expect(await app.inResolver(() => kvs.get('short'))).toBe(1);
    await app.run(1000);
    expect(await app.inResolver(() => kvs.get('short'))).toBeUndefined();
  });

  it('writes a transaction only if its conditions hold, and all of it or nothing', async () => {
    await app.inResolver(change(1, 0));
    await expect(app.inResolver(change(2, 0))).rejects.toMatchObject({ code: 'TRANSACTION_CONDITION_FAILED' });
    expect(await app.inResolver(() => kvs.get('part-2'))).toBeUndefined();
    await app.inResolver(change(2, 1));
    expect(await app.inResolver(() => kvs.entity('record').get('head'))).toEqual({ revision: 2, value: 'v' });
  });

  it('refuses 26 operations, undeclared entities and attributes of the wrong type', async () => {
    const many = Array.from({ length: 26 }, (_, at) => ({ key: `k${at}`, value: at }));
    await expect(app.inResolver(() => kvs.batchSet(many))).rejects.toMatchObject({ code: 'TOO_MANY_OPERATIONS' });
    await expect(app.inResolver(() => kvs.entity('ghost').get('k'))).rejects.toMatchObject({
      code: 'INVALID_ENTITY_TYPE',
    });
    await expect(app.inResolver(() => kvs.entity('record').set('k', { revision: 'one' }))).rejects.toMatchObject({
      code: 'INVALID_ENTITY_VALUE',
    });
  });

  it('lists with a lag, while reading by key has none', async () => {
    const query = () =>
      kvs
        .query()
        .where('key', { condition: 'BEGINS_WITH', values: ['p-'] })
        .limit(2)
        .getMany();
    await app.inResolver(() => kvs.batchSet([1, 2, 3].map((n) => ({ key: `p-${n}`, value: n }))));
    expect((await app.inResolver(query)).results).toEqual([]);
    await app.run(1000);
    const first = await app.inResolver(query);
    expect(first.results.map(({ key }) => key)).toEqual(['p-1', 'p-2']);
    const rest = await app.inResolver(() =>
      kvs
        .query()
        .cursor(first.nextCursor ?? '')
        .getMany(),
    );
    expect(rest.results.map(({ key }) => key)).toEqual(['p-3']);
  });

  it('keeps secrets apart from other values, and out of every listing', async () => {
    await app.inResolver(() => kvs.setSecret('token', 'hush'));
    await app.run(1000);
    expect(await app.inResolver(() => kvs.getSecret('token'))).toBe('hush');
    expect(await app.inResolver(() => kvs.get('token'))).toBeUndefined();
    expect((await app.inResolver(() => kvs.query().getMany())).results).toEqual([]);
    await app.inResolver(() => kvs.deleteSecret('token'));
    expect(await app.inResolver(() => kvs.getSecret('token'))).toBeUndefined();
  });

  it('answers 429 past 4,000 units of 10 KB a minute, and counts what was written', async () => {
    const write = async (from: number) => {
      for (let n = 0; n < 200; n++) await kvs.set(`big-${from + n}`, 'x'.repeat(200 * 1024 - 2));
    };
    await app.inResolver(() => write(0));
    expect(app.platform.stats().kvs.writtenUnits).toBe(4000);
    await expect(app.inResolver(() => kvs.set('one', 1))).rejects.toMatchObject({ code: 'RATE_LIMIT_EXCEEDED' });
    await app.run(60_000);
    await app.inResolver(() => kvs.set('one', 1));
  });
});
