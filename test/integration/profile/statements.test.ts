import { type IssueSite, demo, issueSite } from '../../support/issue-site';

const QUARTER_MS = 15 * 60 * 1000;

let site: IssueSite;

beforeEach(async () => {
  site = await issueSite();
});
afterEach(() => site.close());

describe('what the profile believes without reading the issue again', () => {
  it('is nothing a quarter of an hour after it was read, whatever statements were made of each other', async () => {
    const { reporter } = await site.settle(site.gil('profile.menu', { issueKey: demo.full }));
    const pass = reporter?.pass ?? '';
    await site.sandbox.run(QUARTER_MS - 30_000);
    const { proof } = await site.settle(site.gil('profile.person', { pass }));
    await site.sandbox.run(31_000);
    expect(await site.refusalOf(site.gil('profile.rest', { proof }))).toMatchObject({ error: { code: 'CONFLICT' } });
  });
});
