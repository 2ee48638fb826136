import * as v from 'valibot';
import type { LeftOutRow } from '../../../src/contract/imports';
import type { ReasonOfRows, UnsuccessfulRow } from '../../../src/contract/jobs';
import { planFor } from '../../support/console';
import { type ImportSite, importSite, region, row, rows } from '../../support/import-site';
import { changeStoredHead } from '../../support/stored-head';

let world: ImportSite;

beforeEach(async () => {
  world = await importSite();
});
afterEach(() => world.close());

const taskSchema = v.looseObject({ failures: v.array(v.looseObject({ entityId: v.string() })) });

/** The site has the first customers of a file already, and says so in words with their addresses. */
function haveAlready(count: number): void {
  for (let index = 0; index < count; index += 1) {
    world.sandbox.site.state().customers.add({
      id: `qm:1:${index}`,
      email: `customer${index}@example.com`,
      displayName: 'Before',
      createdAt: 0,
      details: new Map(),
      organizations: new Set(),
    });
  }
  world.changeAnswers(({ path }, answer) => {
    if (!path.includes('/tasks/')) return answer;
    const task = v.safeParse(taskSchema, JSON.parse(answer.body));
    if (!task.success) return answer;
    const failures = task.output.failures.map((failure) => {
      return { ...failure, error: `The customer "${failure.entityId}" already exists` };
    });
    return { ...answer, body: JSON.stringify({ ...task.output, failures }) };
  });
}

const start = (count: number, leftOut: LeftOutRow[] = []): Promise<string> =>
  world.sandbox.settle(world.ada.startImport({ plan: planFor('CREATE', [region]), rows: rows(count), leftOut }));

const listed = async (jobId: string, only: ReasonOfRows): Promise<UnsuccessfulRow[]> => {
  const found: UnsuccessfulRow[] = [];
  let cursor: string | null = null;
  do {
    const page: { rows: UnsuccessfulRow[]; next: string | null } = await world.sandbox.settle(
      world.ada.call('jobs.unsuccessful', { jobId, cursor, only }),
    );
    found.push(...page.rows);
    cursor = page.next;
  } while (cursor !== null);
  return found;
};

const exists = { list: 'sent' as const, reason: 'The customer … already exists' };

describe('the account by reason', () => {
  it('is one line for rows that failed for one cause, whoever is named in the words of the site', async () => {
    haveAlready(250);
    const jobId = await start(400);
    const ended = await world.finish(jobId);
    expect(ended.reasons).toEqual([{ ...exists, rows: 250 }]);
    expect(ended.otherReasons).toBe(0);
    const first = await world.sandbox.settle(world.ada.call('jobs.firstRows', { jobId }));
    expect(first.reasons).toEqual([{ ...exists, rows: [2, 3, 4] }]);
  });

  it('keeps the groups of the check for rows left out, and counts a row in each of its groups', async () => {
    const leftOut: LeftOutRow[] = [
      [103, ['a', 'A', 'Atlantis'], ['E-mail, "a": no.', 'Region, "Atlantis": no.'], ['E-mail: no.', 'Region: no.']],
      [104, ['b', 'B', 'EU'], ['E-mail, "b": no.'], ['E-mail: no.']],
      // As the versions before the groups uploaded it.
      [105, ['c', 'C', 'Mars'], ['Region, "Mars": no.']],
    ];
    const jobId = await start(100, leftOut);
    const ended = await world.finish(jobId);
    expect(ended.reasons).toEqual([
      { list: 'left out', reason: 'E-mail: no.', rows: 2 },
      { list: 'left out', reason: 'Region: no.', rows: 1 },
      { list: 'left out', reason: 'Region, …: no.', rows: 1 },
    ]);
    expect(ended.otherLeftOut).toBe(0);
    const { reasons } = await world.sandbox.settle(world.ada.call('jobs.firstRows', { jobId }));
    expect(reasons.map((reason) => reason.rows)).toEqual([[103, 104], [103], [105]]);
    const region = await listed(jobId, { list: 'left out', reason: 'Region: no.' });
    expect(region.map((one) => one.row)).toEqual([103]);
  });

  it('hands back the rows of one reason alone', async () => {
    haveAlready(150);
    const jobId = await start(300, [[302, ['x', 'X', 'EU'], ['E-mail, "x": no.'], ['E-mail: no.']]]);
    await world.finish(jobId);
    const rowsOfReason = await listed(jobId, exists);
    expect(rowsOfReason).toHaveLength(150);
    expect(rowsOfReason[0]).toEqual({
      row: 2,
      cells: row(0)[1],
      outcome: 'failed',
      reason: 'The customer "customer0@example.com" already exists',
    });
    expect(await listed(jobId, { list: 'sent', reason: 'Another one' })).toEqual([]);
  });

  it('hands back the rows that a cancelled import never sent', async () => {
    const jobId = await start(2_000);
    await world.sandbox.settle(world.ada.call('jobs.cancel', { jobId }));
    const ended = await world.finish(jobId);
    const [unsent] = ended.reasons;
    expect(unsent).toMatchObject({ list: 'sent', rows: ended.tally.cancelled });
    expect(await listed(jobId, { list: 'sent', reason: unsent?.reason ?? '' })).toHaveLength(ended.tally.cancelled);
  });

  it('groups the reasons that an earlier version of the app has counted', async () => {
    haveAlready(3);
    const jobId = await start(100);
    await world.finish(jobId);
    changeStoredHead(world, jobId, ({ groups: _, leftOutGroups: __, otherLeftOut: ___, ...head }) => ({
      ...head,
      reasons: [0, 1, 2].map((index) => [`The customer "customer${index}@example.com" already exists`, 1]),
    }));
    const ended = await world.job(jobId);
    expect(ended.reasons).toEqual([{ ...exists, rows: 3 }]);
    expect(await listed(jobId, exists)).toHaveLength(3);
  });
});
