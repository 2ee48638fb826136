import { type DirectoryRecord, DIRECTORY_PAGE } from '../../../src/contract/directory';
import { seededRandom } from '../../../sandbox/forge/ids';
import { crashPlan } from '../../simulation/weather';
import { type DirectorySite, directorySite } from '../../support/directory-site';

let at: DirectorySite;

afterEach(() => at.sandbox.close());

/** Every customer of the list, page by page. */
async function allRows(): Promise<DirectoryRecord[]> {
  const rows: DirectoryRecord[] = [];
  for (let page = 0; ; page += 1) {
    const read = await at.list({}, page);
    rows.push(...read.rows);
    if (rows.length >= read.matched || read.rows.length < DIRECTORY_PAGE) return rows;
  }
}

describe.each([1, 2, 3])('reading a site in bad weather (seed %d)', (seed) => {
  it('ends with each customer once, as the site had it at the time that the list tells', async () => {
    at = await directorySite();
    const { site, platform } = at.sandbox;
    const random = seededRandom(seed);
    Object.assign(site.faults, { latencyMs: 300, failRate: 0.02, throttleRate: 0.02, retryAfterSeconds: 20 });
    Object.assign(platform.faults.crashes, crashPlan(0.01, random));
    platform.faults.queue.duplicateRate = 0.2;
    await at.sandbox.settle(at.ada.call('directory.read', {}));
    await at.sandbox.run(40_000);
    // Somebody else is at work meanwhile: one goes, one is renamed, one comes.
    const [gone, renamed] = [...site.state().customers.values()].filter((_, place) => place % 1_500 === 700);
    if (gone === undefined || renamed === undefined) throw new Error('The demo site has no such customers.');
    site.state().customers.remove(gone);
    renamed.displayName = 'Aaa Renamed';
    for (let tries = 0; tries < 50; tries += 1) {
      const { scan } = await at.ended();
      if (scan === null) break;
      await at.sandbox.settle(at.ada.call('directory.read', {}));
    }
    Object.assign(site.faults, { latencyMs: 0, failRate: 0, throttleRate: 0 });
    Object.assign(platform.faults.crashes, { beforeCall: undefined, afterCall: undefined });
    const rows = await allRows();
    const ids = rows.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const onSite = new Map([...site.state().customers.values()].map((customer) => [customer.id, customer]));
    const missing = [...onSite.keys()].filter((id) => !ids.includes(id));
    expect(missing).toEqual([]);
    // Whoever went or was renamed during the reading is as before or as after it.
    expect(ids.filter((id) => !onSite.has(id) && id !== gone.id)).toEqual([]);
    const changed = rows.filter(({ id, name }) => onSite.has(id) && onSite.get(id)?.displayName !== name);
    expect(changed.map(({ id }) => id).filter((id) => id !== renamed.id)).toEqual([]);
    expect((await at.status()).kept?.gaps).toEqual([]);
  });
});
