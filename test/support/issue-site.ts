import type { ProfileSettings } from '../../src/contract/profile/settings';
import type { CustomerContent, MenuPerson, PersonView, ProfileMenu } from '../../src/contract/profile/views';
import { type Site, type SiteResponse, createSite } from '../../sandbox/site';
import { ADA, GIL, consoleOf } from './console';
import { profileOf } from './profile';
import { type VirtualSandbox, virtualSandbox } from './sandbox';

/** The issues of the demo site, by the case that they stand for: sandbox/csm/demo/issues.ts. */
export const demo = {
  full: 'CARE-1',
  colleague: 'CARE-5',
  anonymous: 'CARE-6',
  deleted: 'CARE-7',
  confidential: 'CARE-8',
  bare: 'CARE-9',
  hiddenEmail: 'CARE-10',
} as const;

export type Profile = ReturnType<typeof profileOf>;

export interface IssueSite {
  sandbox: VirtualSandbox<Site>;
  /** The profile as an administrator calls it, as an agent, and as anybody else. */
  ada: Profile;
  gil: Profile;
  as(accountId: string): Profile;
  settle<T>(promise: Promise<T>): Promise<T>;
  /** What the promise rejects with. `error` is null for one that does not. */
  refusalOf(promise: Promise<unknown>): Promise<unknown>;
  /** The reporter of an issue. @throws Error for an issue that names none */
  opened(call: Profile, issueKey: string): Promise<PersonView>;
  /** Answers instead of the site from now on, where `by` has an answer. */
  refuse(by: (path: string) => SiteResponse | null): void;
  /** What the site was asked for, in order. */
  requests(): ReturnType<Site['log']['latest']>;
  /** Saves a part of the settings as an administrator. */
  decide(part: Partial<ProfileSettings>): Promise<void>;
  close(): Promise<void>;
}

/** The demo site with its issues, in virtual time. */
export async function issueSite(): Promise<IssueSite> {
  jest.spyOn(console, 'log').mockImplementation(() => undefined);
  let refuse: (path: string) => SiteResponse | null = () => null;
  const sandbox = await virtualSandbox({
    site: (parts) => {
      const site = createSite({ ...parts, content: 'demo' });
      return { ...site, handle: (request) => Promise.resolve(refuse(request.path) ?? site.handle(request)) };
    },
  });
  const as = (accountId: string): Profile => profileOf(sandbox.platform, accountId);
  const settle = <T>(promise: Promise<T>): Promise<T> => sandbox.settle(promise);
  return {
    sandbox,
    ada: as(ADA),
    gil: as(GIL),
    as,
    settle,
    refusalOf: (promise) =>
      settle(
        promise.then(
          () => ({ error: null }),
          (error: unknown) => error,
        ),
      ),
    async opened(call, issueKey) {
      const { reporter } = await settle(call('profile.open', { issueKey }));
      if (reporter === null) throw new Error(`${issueKey} names no reporter.`);
      return reporter;
    },
    refuse(by) {
      refuse = by;
    },
    requests: () => sandbox.site.log.latest(),
    async decide(part) {
      const admin = consoleOf(sandbox.platform, ADA);
      const { settings, revision } = await settle(admin.call('profileSettings.get', {}));
      await settle(admin.call('profileSettings.save', { settings: { ...settings, ...part }, over: revision }));
    },
    close: () => sandbox.close(),
  };
}

/** What the site keeps of the customer. @throws Error for somebody who is none */
export function contentOf({ customer }: PersonView): CustomerContent {
  if (!customer.ok || customer.data === null) throw new Error('The reporter is no customer.');
  return customer.data;
}

/** A change of one field of the customer that `view` shows, as the page sends it. */
export function changeOf(issueKey: string, view: PersonView, field: string, values: string[]) {
  const shown = contentOf(view).fields.details.find(({ name }) => name === field);
  const { type, values: seen } = shown ?? { type: 'TEXT' as const, values: [] };
  return { issueKey, customerId: view.person.id, field, type, values, seen };
}

/** Those who take part beside the reporter. @throws Error where they cannot be listed */
export function othersOf({ participants }: ProfileMenu): MenuPerson[] {
  if (!participants.ok) throw new Error(participants.error.message);
  return participants.data.people;
}

/** An answer of the site that refuses. */
export const answer = (status: number, errorMessage: string): SiteResponse => ({
  status,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ errorMessage, errors: [errorMessage], statusCode: status }),
});
