import type { DirectoryQuery, DirectoryStatus, ListedEntity } from '../../src/contract/directory';
import type { ResponseOf } from '../../src/contract/resolvers';
import { byName } from '../../src/domain/directory/sort';
import { type Site, type SiteRequest, type SiteResponse, createSite } from '../../sandbox/site';
import { ADA, type Console, Refused, consoleOf } from './console';
import { type VirtualSandbox, virtualSandbox } from './sandbox';

/** The day in the tests: where virtual time begins. */
export const TODAY = '2026-01-05';

export interface DirectorySite {
  sandbox: VirtualSandbox<Site>;
  ada: Console;
  status(): Promise<DirectoryStatus>;
  /** Presses the button, and lets time pass until the reading has ended or stopped. */
  read(): Promise<DirectoryStatus>;
  /** Lets time pass until no reading is under way, or one has stopped. */
  ended(): Promise<DirectoryStatus>;
  list(query?: Partial<DirectoryQuery>, page?: number, entity?: ListedEntity): Promise<ResponseOf<'directory.list'>>;
  /** What the site answers from now on, given what it would have answered. */
  changeAnswers(change: (request: SiteRequest, answer: SiteResponse) => SiteResponse): void;
}

/** The demo site with Ada at the console, in virtual time. */
export async function directorySite(content: 'demo' | 'empty' = 'demo'): Promise<DirectorySite> {
  jest.spyOn(console, 'log').mockImplementation(() => undefined);
  let change: (request: SiteRequest, answer: SiteResponse) => SiteResponse = (_, answer) => answer;
  const sandbox = await virtualSandbox({
    site: (parts) => {
      const site = createSite({ ...parts, content });
      const handle = async (request: SiteRequest) => change(request, await site.handle(request));
      return { ...site, handle };
    },
  });
  const ada = consoleOf(sandbox.platform, ADA);
  const status = () => sandbox.settle(ada.call('directory.status', {}));
  /** Null where the site is too busy to say who asks: a page asks again. */
  const statusOrBusy = () =>
    status().catch((error: unknown) => {
      if (error instanceof Refused && error.error.code === 'SITE_BUSY') return null;
      throw error;
    });
  const ended = async (): Promise<DirectoryStatus> => {
    for (let minute = 0; minute < 24 * 60; minute += 1) {
      const now = await statusOrBusy();
      if (now !== null && (now.scan === null || now.scan.state === 'parked')) return now;
      await sandbox.run(60_000);
    }
    throw new Error('The reading did not end within a day.');
  };
  return {
    sandbox,
    ada,
    status,
    ended,
    async read() {
      await sandbox.settle(ada.call('directory.read', {}));
      return ended();
    },
    list: (query = {}, page = 0, entity = 'customer') =>
      sandbox.settle(
        ada.call('directory.list', {
          entity,
          query: { filters: [], sort: byName, ...query },
          today: TODAY,
          page,
          from: null,
        }),
      ),
    changeAnswers(by) {
      change = by;
    },
  };
}
