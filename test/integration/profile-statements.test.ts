import { createSite } from '../../sandbox/site';
import { GIL } from '../support/console';
import { profileOf } from '../support/profile';
import { virtualSandbox } from '../support/sandbox';

const ISSUE = 'CARE-1';
const QUARTER_MS = 15 * 60 * 1000;

describe('what the profile believes without reading the issue again', () => {
  it('is nothing a quarter of an hour after it was read, whatever statements were made of each other', async () => {
    jest.spyOn(console, 'log').mockImplementation(() => undefined);
    const sandbox = await virtualSandbox({ site: (parts) => createSite({ ...parts, content: 'demo' }) });
    const gil = profileOf(sandbox.platform, GIL);
    const { people } = await sandbox.settle(gil('profile.menu', { issueKey: ISSUE }));
    const pass = people.ok ? (people.data.people[0]?.pass ?? '') : '';
    await sandbox.run(QUARTER_MS - 30_000);
    const { proof } = await sandbox.settle(gil('profile.person', { pass }));
    await sandbox.run(31_000);
    const rest = gil('profile.rest', { proof });
    await expect(sandbox.settle(rest)).rejects.toMatchObject({ error: { code: 'CONFLICT' } });
    await sandbox.close();
  });
});
