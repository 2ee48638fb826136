import type { FieldDefinition } from '../../../src/contract/fields';
import type { StoredRow } from '../../../src/contract/imports';
import { BATCH_KEYS } from '../../../src/platform/values';
import { seededRandom } from '../../../sandbox/csm/seeded-random';
import { packAccepted, planFor } from '../../support/console';
import { type ImportSite, MINUTE_MS, importSite, row, rows } from '../../support/import-site';

let world: ImportSite;

beforeEach(async () => {
  world = await importSite();
});
afterEach(() => world.close());

/** Starts an import of so many rows with these fields, all of which are deleted before any row is written. */
async function startWithLostFields(count: number, fields: FieldDefinition[], value = 'A'): Promise<string> {
  const onSite = world.sandbox.site.state().fields.customer;
  const kept = fields.map((field, index) =>
    onSite.add({ ...field, id: `lost-${index}`, view: 'everyone', edit: 'everyone' }),
  );
  world.sandbox.site.settings.taskStartDelayMs = 10_000;
  const rows = Array.from({ length: count }, (_, index): ReturnType<typeof row> => {
    const [number, cells] = row(index);
    return [number, [...cells.slice(0, 2), ...fields.map(() => value)]];
  });
  const jobId = await world.sandbox.settle(world.ada.startImport({ plan: planFor('UPSERT', fields), rows }));
  await world.sandbox.run(5_000);
  for (const field of kept) onSite.remove(field);
  return jobId;
}

const longNamed = (count: number): FieldDefinition[] =>
  Array.from({ length: count }, (_, index) => {
    return { name: `${'A field with a long name '.repeat(8)}${index}`, type: 'TEXT' as const, options: [] };
  });

describe('an import to a site with much to say', () => {
  it('keeps an account of every row, however much was refused of each', async () => {
    const jobId = await startWithLostFields(300, longNamed(30));
    const ended = await world.finish(jobId);
    expect(ended).toMatchObject({ state: 'finished', tally: { partly: 300 } });
    const listed = await world.sandbox.settle(world.ada.unsuccessful(jobId));
    expect(listed).toHaveLength(300);
    expect(listed[0]?.reason).toMatch(/^Detail field A field with a long name .* There is no detail field/);
    expect(listed[0]?.reason).toMatch(/…$/);
  });

  it('tells all that was refused of a few rows', async () => {
    const jobId = await startWithLostFields(3, longNamed(30));
    await world.finish(jobId);
    const listed = await world.sandbox.settle(world.ada.unsuccessful(jobId));
    expect(listed[0]?.reason).toMatch(/A field with a long name 29/);
  });

  it('keeps an account of every row of batches that were refused whole, for many reasons', async () => {
    const errors = Array.from({ length: 20 }, (_, index) => `${index} ${'“quoted” words '.repeat(40)}`);
    const body = JSON.stringify({ errorMessage: 'Bad request', errors, statusCode: 400 });
    world.changeAnswers(({ path }, answer) =>
      path.includes('/customer/profile/bulk') ? { status: 400, headers: {}, body } : answer,
    );
    const ended = await world.finish(await world.start(300));
    expect(ended).toMatchObject({ state: 'finished', tally: { failed: 300 } });
  });

  it('lists unsuccessful rows of any size in pages that the platform carries', async () => {
    // Nine megabytes: almost twice what the platform carries in one answer.
    const name = 'x'.repeat(30_000);
    const leftOut = Array.from({ length: 300 }, (_, index): [number, string[], string[]] => {
      return [index + 2, [`customer${index}`, name, 'EU'], ['E-mail: not an address.']];
    });
    const file = { plan: planFor('UPSERT'), rows: [row(5_000)], leftOut };
    const jobId = await world.sandbox.settle(world.ada.startImport(file));
    await world.finish(jobId);
    const listed = await world.sandbox.settle(world.ada.unsuccessful(jobId));
    expect(listed.map(({ row: number }) => number)).toEqual(leftOut.map(([number]) => number));
  });

  it('lists large rows of batches that failed', async () => {
    const jobId = await startWithLostFields(2_000, longNamed(15), 'A'.repeat(250));
    await world.finish(jobId);
    const listed = await world.sandbox.settle(world.ada.unsuccessful(jobId));
    expect(listed).toHaveLength(2_000);
  });
});

describe('an import to a site that answers strangely', () => {
  it.each([
    ['cannot be read', 'createdAt', 'yesterday'],
    ['lies far ahead', 'updatedAt', '9999-01-01T00:00:00Z'],
  ])('is not held up by a date of a task that %s', async (_, which, date) => {
    const dated = new RegExp(`("${which}":")[^"]*`);
    world.changeAnswers(({ path }, answer) =>
      path.includes('/tasks/') ? { ...answer, body: answer.body.replace(dated, `$1${date}`) } : answer,
    );
    const jobId = await world.start(1_500);
    await world.sandbox.run(10 * MINUTE_MS);
    expect(await world.job(jobId)).toMatchObject({ state: 'finished', tally: { succeeded: 1_500 } });
  });

  it('asks again within two hours a site that wants to be left alone for longer', async () => {
    const until = Date.now() + MINUTE_MS;
    world.changeAnswers(({ path }, answer) =>
      path.includes('/customer/profile/bulk') && Date.now() < until
        ? { status: 429, headers: { 'retry-after': '1000000' }, body: '' }
        : answer,
    );
    const jobId = await world.start(100);
    await world.sandbox.run(2 * 60 * MINUTE_MS);
    expect(await world.job(jobId)).toMatchObject({ state: 'finished', tally: { succeeded: 100 } });
  });
});

describe('an import as large as the store can hold', () => {
  it('is read back from a part of many pieces', async () => {
    const random = seededRandom(1);
    const noise = (): string => Array.from({ length: 50 }, () => Math.floor(random() * 36 ** 5).toString(36)).join('');
    const fields = longNamed(15);
    fields.forEach((field, index) =>
      world.sandbox.site
        .state()
        .fields.customer.add({ ...field, id: `wide-${index}`, view: 'everyone', edit: 'everyone' }),
    );
    const wide = rows(2_000).map(([number, cells]): StoredRow => [
      number,
      [...cells.slice(0, 2), ...fields.map(noise)],
    ]);
    expect(packAccepted(wide).length).toBeGreaterThan(BATCH_KEYS);
    const jobId = await world.sandbox.settle(world.ada.startImport({ plan: planFor('UPSERT', fields), rows: wide }));
    expect(await world.finish(jobId)).toMatchObject({ state: 'finished', tally: { succeeded: 2_000 } });
  });

  it('stops and says so when neither its plan nor its rows can be read', async () => {
    const unhandled: unknown[] = [];
    const note = (reason: unknown): number => unhandled.push(reason);
    process.on('unhandledRejection', note);
    world.sandbox.site.settings.foreignTasks = 5;
    const jobId = await world.start(1_000);
    for (const key of ['plan', 'accepted:0:0']) world.sandbox.platform.store.delete('plain', `job:${jobId}:${key}`);
    world.sandbox.site.settings.foreignTasks = 0;
    await world.sandbox.run(MINUTE_MS);
    process.off('unhandledRejection', note);
    expect(await world.job(jobId)).toMatchObject({ state: 'needs-attention', attention: { code: 'damaged' } });
    expect(unhandled).toEqual([]);
  });
});

describe('an import whose data was damaged in the store', () => {
  const lose = (jobId: string, key: string) => world.sandbox.platform.store.delete('plain', `job:${jobId}:${key}`);

  it('counts what its tasks report as done, and lists the rest as far as it can be read', async () => {
    world.sandbox.site.settings.taskMsPerRow = 100;
    const jobId = await world.start(3_000);
    await world.sandbox.run(5_000);
    lose(jobId, 'accepted:0:0');
    await world.sandbox.run(MINUTE_MS);
    expect(await world.job(jobId)).toMatchObject({ state: 'needs-attention', attention: { code: 'damaged' } });
    await world.sandbox.settle(world.ada.call('jobs.cancel', { jobId }));
    const ended = await world.finish(jobId);
    expect(ended).toMatchObject({ tally: { succeeded: world.sandbox.site.state().customers.size, unconfirmed: 0 } });
    const listed = await world.sandbox.settle(world.ada.unsuccessful(jobId));
    expect(listed).toHaveLength(ended.tally.cancelled);
    expect(listed.at(-1)).toMatchObject({ row: 3_001, cells: row(2_999)[1] });
    expect(listed[0]).toMatchObject({ row: 0, cells: [] });
    expect(listed[0]?.reason).toMatch(/row \d+ of batch \d+/i);
  });

  it('is listed without the names of its columns when even those are gone', async () => {
    world.sandbox.site.settings.foreignTasks = 5;
    const jobId = await world.start(300);
    lose(jobId, 'plan');
    await world.sandbox.settle(world.ada.call('jobs.cancel', { jobId }));
    const ended = await world.finish(jobId);
    expect(await world.sandbox.settle(world.ada.unsuccessful(jobId))).toHaveLength(ended.tally.cancelled);
  });
});
