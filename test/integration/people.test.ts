import { ADA, GIL, consoleOf } from '../support/console';
import { DAY_MS, MINUTE_MS } from '../support/import-site';
import { type RuleSite, ruleSite } from '../support/rule-site';
import { makeUnreadable } from '../support/stored-head';
import { everyDelivery } from '../support/sync-site';

let site: RuleSite;
beforeEach(async () => {
  site = await ruleSite();
});
afterEach(() => site.close());

const call: RuleSite['ada']['call'] = (name, request) => site.sandbox.settle(site.ada.call(name, request));
const reports = () => site.sandbox.platform.accountReports;
const reportedWeekly = () => site.sandbox.settle(site.sandbox.platform.fireSchedule('retention'));
/** The keys of what is stored that names Ada. */
const naming = (): string[] =>
  site.sandbox.platform.store.dump().flatMap(({ space, key }) => {
    const { json = '' } = site.sandbox.platform.store.get(space, key) ?? {};
    return json.includes(ADA) || json.includes('Ada Admin') ? [key] : [];
  });

/** Ada has an import that has ended, one that runs, a sync, a rule, settings and a directory. */
async function adaDoesEverything() {
  const endedId = await site.start(3);
  await site.finish(endedId);
  const mapping = { what: 'job' as const, jobId: endedId };
  const { syncId } = await call('syncs.create', { settings: everyDelivery, from: mapping });
  const ruleId = await site.create();
  await site.decide({ taskSlots: 2 });
  await call('directory.read', {});
  await site.sandbox.run(10 * MINUTE_MS);
  const runningId = await site.start(2_500);
  return { endedId, runningId, syncId, ruleId };
}

describe('people whose account was closed', () => {
  it('are named nowhere any more, and what acts as them waits for somebody else', async () => {
    const { endedId, runningId, syncId, ruleId } = await adaDoesEverything();
    reports().closed.add(ADA);
    await reportedWeekly();
    expect(reports().reported.has(ADA)).toBe(true);
    expect(naming()).toEqual([]);
    site.grant(GIL);
    const gil = consoleOf(site.sandbox.platform, GIL);
    await site.sandbox.run(2 * MINUTE_MS);
    const job = await site.sandbox.settle(gil.job(runningId));
    expect(job).toMatchObject({ state: 'needs-attention', startedBy: { name: 'Former user' } });
    expect(job.attention?.message).toBe('The Atlassian account that this acts as was closed.');
    const { sync } = await site.sandbox.settle(gil.call('syncs.get', { syncId }));
    expect(sync.parked?.reason).toMatch(/this sync acts was closed/);
    const { rule } = await site.sandbox.settle(gil.call('rules.get', { ruleId }));
    expect(rule).toMatchObject({ owner: { name: 'Former user' }, parked: { reason: expect.any(String) as string } });
    expect(await site.sandbox.settle(gil.job(endedId))).toMatchObject({ state: 'finished' });
    expect((await site.sandbox.settle(gil.call('settings.get', {}))).changed?.by).toBe('Former user');
    await site.sandbox.settle(gil.call('jobs.continue', { jobId: runningId }));
    await site.sandbox.settle(gil.call('rules.takeOver', { ruleId }));
    await site.sandbox.settle(gil.call('syncs.takeOver', { syncId }));
    await site.sandbox.run(5 * MINUTE_MS);
    const ended = await site.sandbox.settle(gil.job(runningId));
    expect(ended).toMatchObject({ state: 'finished', tally: { succeeded: 2_500 } });
  });

  it('are named nowhere either where this version cannot read a job of theirs', async () => {
    const jobId = await site.start(3);
    await site.finish(jobId);
    makeUnreadable(site, jobId);
    reports().closed.add(ADA);
    await reportedWeekly();
    expect(naming()).toEqual([]);
    site.grant(GIL);
    const gil = consoleOf(site.sandbox.platform, GIL);
    const { jobs } = await site.sandbox.settle(gil.call('jobs.list', { page: 0 }));
    expect(jobs).toMatchObject([{ id: jobId, state: 'unreadable', startedBy: { name: 'Former user' } }]);
  });

  it('have the site read no more until somebody else asks for it', async () => {
    await call('directory.read', {});
    await site.sandbox.run(10 * MINUTE_MS);
    reports().closed.add(ADA);
    await reportedWeekly();
    await site.sandbox.run(10 * MINUTE_MS);
    site.grant(GIL);
    const gil = consoleOf(site.sandbox.platform, GIL);
    const status = await site.sandbox.settle(gil.call('directory.status', {}));
    expect(status).toMatchObject({ kept: { by: 'Former user' }, scan: { state: 'parked' } });
    await site.sandbox.settle(gil.call('directory.read', {}));
    await site.sandbox.run(10 * MINUTE_MS);
    expect(await site.sandbox.settle(gil.call('directory.status', {}))).toMatchObject({ scan: null });
  });
});

describe('people whose name has changed', () => {
  it('are called by it, once a week, and not asked about again', async () => {
    const jobId = await site.start(3);
    await site.finish(jobId);
    const ada = site.sandbox.site.users.find(({ accountId }) => accountId === ADA);
    if (ada === undefined) throw new Error('There is no Ada.');
    const before = ada.displayName;
    Object.assign(ada, { displayName: 'Ada Lovelace' });
    reports().changedAt.set(ADA, Date.now());
    await site.sandbox.run(MINUTE_MS);
    await reportedWeekly();
    expect((await site.job(jobId)).startedBy.name).toBe('Ada Lovelace');
    const readAt = reports().reported.get(ADA) ?? '';
    reports().reported.clear();
    await reportedWeekly();
    expect(reports().reported.size).toBe(0);
    await site.sandbox.run(7 * DAY_MS);
    Object.assign(ada, { displayName: before });
    await reportedWeekly();
    expect(reports().reported.get(ADA) ?? '').toMatch(/^2026/);
    expect(Date.parse(reports().reported.get(ADA) ?? '')).toBeGreaterThan(Date.parse(readAt));
    expect((await site.job(jobId)).startedBy.name).toBe('Ada Lovelace');
  });
});

it('are reported every seven days, though the report takes its time', async () => {
  await site.finish(await site.start(3));
  const { accountReports } = site.sandbox.platform;
  const answer = accountReports.handle.bind(accountReports);
  const handle = async (...request: Parameters<typeof answer>) => {
    await site.sandbox.clock.sleep(400);
    return answer(...request);
  };
  Object.assign(accountReports, { handle });
  const days: number[] = [];
  for (let day = 1; day <= 26; day += 1) {
    reports().reported.clear();
    await site.sandbox.run(DAY_MS);
    if (reports().reported.has(ADA)) days.push(day);
  }
  expect(days.slice(1).map((day, at) => day - (days[at] ?? 0))).toEqual([7, 7, 7]);
});
