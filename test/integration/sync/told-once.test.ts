import { MINUTE_MS } from '../../support/import-site';
import { type SyncSite, syncSite } from '../../support/sync-site';

let site: SyncSite;
beforeEach(async () => {
  site = await syncSite();
});
afterEach(() => site.close());

const held = 'Mail,Name\na@example.com,A';
const issues = (): number => [...site.sandbox.site.state().issues.values()].length;
const told = { issue: 'CARE-1', problem: '' };

/** Whoever creates the first issue is lost before it is noted. */
function loseCreator(): void {
  let lost = false;
  site.sandbox.platform.faults.crashes.afterCall = () => {
    if (lost || issues() === 0) return false;
    lost = true;
    return true;
  };
}

describe('one issue tells of a delivery that was held, where whoever created it was lost before it was noted', () => {
  it('and whoever looks for it as well', async () => {
    const access = await site.setUp({ tell: { project: 'CARE' } });
    loseCreator();
    let searches = 0;
    site.sandbox.platform.faults.crashes.beforeCall = ({ request }) => {
      if (!request.path.includes('/rest/api/3/search')) return false;
      searches += 1;
      return searches < 3;
    };
    await site.deliver(access, held);
    await site.sandbox.run(120 * MINUTE_MS);
    expect(searches).toBe(3);
    expect(issues()).toBe(1);
    expect((await site.sync(access)).told).toEqual(told);
  });

  it('and your site doesn’t respond to the search for it', async () => {
    const access = await site.setUp({ tell: { project: 'CARE' } });
    loseCreator();
    let isOut = true;
    site.changeAnswers(({ path }, answer) =>
      isOut && path.includes('/rest/api/3/search') ? { ...answer, status: 503, body: '' } : answer,
    );
    await site.deliver(access, held);
    await site.sandbox.run(40 * MINUTE_MS);
    isOut = false;
    await site.sandbox.run(40 * MINUTE_MS);
    expect(issues()).toBe(1);
    expect((await site.sync(access)).told).toEqual(told);
  });
});
