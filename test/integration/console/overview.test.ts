import { type Site, createSite } from '../../../sandbox/site';
import { type Console, consoleOf, hasEnded, planFor } from '../../support/console';
import { type VirtualSandbox, virtualSandbox } from '../../support/sandbox';

let sandbox: VirtualSandbox<Site>;
let ada: Console;

beforeEach(async () => {
  jest.spyOn(console, 'log').mockImplementation(() => undefined);
  sandbox = await virtualSandbox({ site: (parts) => createSite({ ...parts, content: 'empty' }) });
  ada = consoleOf(sandbox.platform);
});
afterEach(() => sandbox.close());

const plan = planFor('UPSERT');
const attention = () => sandbox.settle(ada.call('jobs.attention', {}));

async function imported(name: string): Promise<string> {
  const jobId = await sandbox.settle(ada.startImport({ name, plan, rows: [[2, [`${name}@example.com`, name]]] }));
  await sandbox.until(async () => hasEnded(await ada.job(jobId)));
  return jobId;
}

describe('the jobs that need attention', () => {
  it('are found behind more than a page of jobs that need none', async () => {
    sandbox.site.faults.rowFailRate = 1;
    const failed = await imported('failed');
    sandbox.site.faults.rowFailRate = 0;
    await imported('clean');
    expect(await attention()).toMatchObject({ jobs: [{ id: failed, attention: null }], total: 1, isMoving: false });
    const rows = { total: 1, leftOut: 0, accepted: 1 };
    for (let count = 0; count < 30; count += 1) {
      await sandbox.settle(ada.call('jobs.create', { name: 'Not started', plan, delimiter: ',', rows }));
    }
    expect(await attention()).toMatchObject({ jobs: [{ id: failed }], total: 1, isMoving: true });
  });

  it('say why one has stopped, and name it first', async () => {
    sandbox.site.faults.rowFailRate = 1;
    const failed = await imported('failed');
    sandbox.site.settings.impersonationRefused = true;
    const stopped = await sandbox.settle(ada.startImport({ plan, rows: [[2, ['a@example.com', 'A']]] }));
    await sandbox.until(async () => (await ada.job(stopped)).state === 'needs-attention');
    expect(await attention()).toMatchObject({
      jobs: [{ id: stopped, attention: { code: 'forbidden' } }, { id: failed }],
      total: 2,
    });
  });
});
