import type { ImportPlan, StoredRow } from '../../src/contract/imports';
import { type JobView } from '../../src/contract/jobs';
import type { Settings } from '../../src/contract/settings';
import type { SiteUser } from '../../sandbox/csm/users';
import { type Site, type SiteRequest, type SiteResponse, createSite } from '../../sandbox/site';
import { ADA, type Console, consoleOf, hasEnded, planFor } from './console';
import { type VirtualSandbox, virtualSandbox } from './sandbox';

export const MINUTE_MS = 60_000;
export const DAY_MS = 24 * 60 * MINUTE_MS;
export const region = { name: 'Region', type: 'SELECT' as const, options: ['EU', 'US'] };

/** The row of that number of a file with the columns E-mail, Name and Region. */
export const row = (index: number, inRegion = 'EU'): StoredRow => [
  index + 2,
  [`customer${index}@example.com`, `Customer ${index}`, inRegion],
];
export const rows = (count: number): StoredRow[] => Array.from({ length: count }, (_, index) => row(index));
export const plan: ImportPlan = planFor('UPSERT', [region]);

export interface ImportSite {
  sandbox: VirtualSandbox<Site>;
  ada: Console;
  /** Uploads and starts an import of so many rows. */
  start(count: number, operation?: ImportPlan['operation']): Promise<string>;
  job(jobId: string): Promise<JobView>;
  /** Lets time pass until the job has ended. @throws Error when it has not within a day */
  finish(jobId: string): Promise<JobView>;
  /** What the site answers from now on, given what it would have answered. */
  changeAnswers(change: (request: SiteRequest, answer: SiteResponse) => SiteResponse | Promise<SiteResponse>): void;
  /** Makes somebody an administrator, or takes all rights away; until the site is closed. */
  grant(accountId: string): void;
  revoke(accountId: string): void;
  /** Saves a part of the settings as an administrator. */
  decide(part: Partial<Settings>): Promise<void>;
  /** Lets so much time pass while Ada may do nothing. */
  withoutRights(ms: number): Promise<void>;
  close(): Promise<void>;
}

/** An empty site with one detail field, its administrator Ada at the console, in virtual time. */
export async function importSite(): Promise<ImportSite> {
  jest.spyOn(console, 'log').mockImplementation(() => undefined);
  let change: Parameters<ImportSite['changeAnswers']>[0] = (_, answer) => answer;
  const sandbox = await virtualSandbox({
    site: (parts) => {
      const site = createSite({ ...parts, content: 'empty' });
      const handle = async (request: SiteRequest) => change(request, await site.handle(request));
      return { ...site, handle };
    },
  });
  sandbox.site.state().fields.customer.add({ id: 'region', ...region, view: 'everyone', edit: 'everyone' });
  const ada = consoleOf(sandbox.platform, ADA);
  const job = (jobId: string) => sandbox.settle(ada.job(jobId));
  // The users belong to the process, not to one site.
  const before = sandbox.site.users.map((user) => ({ user, rights: user.rights }));
  const set = (accountId: string, rights: SiteUser['rights']): void => {
    for (const { user } of before) if (user.accountId === accountId) user.rights = rights;
  };
  const grant = (accountId: string): void => set(accountId, ['administrator', 'agent', 'user']);
  const revoke = (accountId: string): void => set(accountId, []);
  return {
    sandbox,
    ada,
    job,
    changeAnswers(by) {
      change = by;
    },
    grant,
    revoke,
    async decide(part) {
      const { settings, revision } = await sandbox.settle(ada.call('settings.get', {}));
      await sandbox.settle(ada.call('settings.save', { settings: { ...settings, ...part }, over: revision }));
    },
    start: (count, operation = 'UPSERT') =>
      sandbox.settle(ada.startImport({ plan: planFor(operation, [region]), rows: rows(count) })),
    async finish(jobId) {
      for (let minute = 0; minute < 24 * 60; minute += 1) {
        const now = await job(jobId);
        if (hasEnded(now)) return now;
        await sandbox.run(MINUTE_MS);
      }
      throw new Error('The job did not end within a day.');
    },
    async withoutRights(ms) {
      revoke(ADA);
      await sandbox.run(ms);
      grant(ADA);
    },
    async close() {
      for (const { user, rights } of before) user.rights = rights;
      await sandbox.close();
    },
  };
}
