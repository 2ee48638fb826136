import { ADA, GIL, consoleOf } from '../../support/console';
import { type ImportSite, MINUTE_MS, importSite } from '../../support/import-site';

const HOUR_MS = 60 * MINUTE_MS;
const BULK = '/customer/profile/bulk';
let world: ImportSite;

beforeEach(async () => {
  world = await importSite();
});
afterEach(() => world.close());

const answered = (status: number, message: string, headers: Record<string, string> = {}) => ({
  status,
  headers,
  body: JSON.stringify({ errorMessage: message, errors: [], statusCode: status }),
});

describe('looking on the site for rows in doubt', () => {
  it('waits as long as the site asks to be left alone, and then finds them', async () => {
    world.sandbox.site.faults.taskFailRate = 1;
    const until = Date.now() + 2 * HOUR_MS;
    let searches = 0;
    world.changeAnswers(({ path }, answer) => {
      if (!path.includes('/user/search') || Date.now() > until) return answer;
      searches += 1;
      return answered(429, 'Rate limit exceeded', { 'retry-after': '3600' });
    });
    const jobId = await world.start(100);
    await world.sandbox.run(90 * MINUTE_MS);
    expect(await world.job(jobId)).toMatchObject({ state: 'running', waiting: { for: 'retry-after' } });
    expect(searches).toBeLessThan(60);
    const ended = await world.finish(jobId);
    expect(ended.tally.succeeded).toBe(world.sandbox.site.state().customers.size);
  });

  it('goes on where it was through a site of which every third search fails', async () => {
    world.sandbox.site.faults.taskVanishRate = 1;
    let searches = 0;
    world.changeAnswers(({ path }, answer) => {
      if (!path.includes('/user/search')) return answer;
      searches += 1;
      return searches % 3 === 0 ? answered(503, 'Service unavailable') : answer;
    });
    const ended = await world.finish(await world.start(300));
    expect(ended.tally.succeeded).toBe(world.sandbox.site.state().customers.size);
    expect(searches).toBeLessThan(3 * 300);
  });

  it('is not over before the site could be asked', async () => {
    world.sandbox.site.faults.taskVanishRate = 1;
    const jobId = await world.start(100);
    await world.sandbox.run(3_000);
    world.sandbox.site.faults.down = true;
    await world.sandbox.run(3 * HOUR_MS);
    world.sandbox.site.faults.down = false;
    const ended = await world.finish(jobId);
    expect(ended.tally.succeeded).toBe(world.sandbox.site.state().customers.size);
  });

  it('is for whoever cancels an import that its starter may not follow any more', async () => {
    world.sandbox.site.settings.taskMsPerRow = 100;
    const jobId = await world.start(1_000);
    await world.sandbox.run(2_000);
    world.revoke(ADA);
    world.grant(GIL);
    await world.sandbox.run(2 * MINUTE_MS);
    const gil = consoleOf(world.sandbox.platform, GIL);
    expect((await world.sandbox.settle(gil.job(jobId))).state).toBe('needs-attention');
    await world.sandbox.settle(gil.call('jobs.cancel', { jobId }));
    await world.sandbox.run(5 * MINUTE_MS);
    const ended = await world.sandbox.settle(gil.job(jobId));
    expect(ended).toMatchObject({
      state: 'cancelled',
      tally: { succeeded: world.sandbox.site.state().customers.size },
    });
  });

  it('is what a refused batch gets that may have been taken before, when its first answer was lost', async () => {
    let sent = 0;
    world.changeAnswers(({ path }, answer) => {
      if (!path.includes(BULK)) return answer;
      sent += 1;
      return sent === 1 ? answered(504, 'Gateway time-out') : answered(400, 'No such product');
    });
    const ended = await world.finish(await world.start(100));
    expect(ended).toMatchObject({ state: 'finished', tally: { succeeded: 100 } });
  });
});

describe('an import whose batches are all refused', () => {
  it('stops after three for the same reason, and says which', async () => {
    world.changeAnswers(({ path }, answer) => (path.includes(BULK) ? answered(400, 'No such product') : answer));
    const jobId = await world.start(5_000);
    await world.sandbox.run(MINUTE_MS);
    const parked = await world.job(jobId);
    expect(parked).toMatchObject({ state: 'needs-attention', attention: { code: 'refused' }, tally: { failed: 300 } });
    expect(parked.attention?.message).toContain('No such product');
    world.changeAnswers((_, answer) => answer);
    await world.sandbox.settle(world.ada.call('jobs.continue', { jobId }));
    expect(await world.finish(jobId)).toMatchObject({ state: 'finished', tally: { failed: 300, succeeded: 4_700 } });
  });

  it('loses no row to a platform that does not carry its requests', async () => {
    world.changeAnswers(({ path }, answer) =>
      path.includes(BULK) ? { status: 400, headers: { 'forge-proxy-error': 'INVALID_USER' }, body: '' } : answer,
    );
    const jobId = await world.start(500);
    await world.sandbox.run(MINUTE_MS);
    expect(await world.job(jobId)).toMatchObject({ state: 'needs-attention', tally: { failed: 0 } });
    world.changeAnswers((_, answer) => answer);
    await world.sandbox.settle(world.ada.call('jobs.continue', { jobId }));
    expect(await world.finish(jobId)).toMatchObject({ state: 'finished', tally: { succeeded: 500 } });
  });
});
