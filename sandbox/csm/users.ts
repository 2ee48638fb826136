/** What a user may do on the site. An administrator has all three, a guest none. */
export type Right = 'administrator' | 'agent' | 'user';

export interface SiteUser {
  /** The short name to log in with over plain HTTP. */
  readonly alias: string;
  readonly accountId: string;
  readonly displayName: string;
  readonly email: string;
  /** Can be changed, as an administrator of the site can change them at any time. */
  rights: readonly Right[];
}

export const siteUsers: readonly SiteUser[] = [
  {
    alias: 'ada',
    accountId: '712020:ada00000-0000-4000-a000-000000000001',
    displayName: 'Ada Admin',
    email: 'ada@sandbox.example',
    rights: ['administrator', 'agent', 'user'],
  },
  {
    alias: 'gil',
    accountId: '712020:91100000-0000-4000-a000-000000000002',
    displayName: 'Gil Agent',
    email: 'gil@sandbox.example',
    rights: ['agent', 'user'],
  },
  {
    alias: 'nora',
    accountId: '712020:404a0000-0000-4000-a000-000000000003',
    displayName: 'Nora Guest',
    email: 'nora@sandbox.example',
    rights: [],
  },
];

/** By alias or account id. */
export function findUser(name: string): SiteUser | undefined {
  return siteUsers.find((user) => user.alias === name || user.accountId === name);
}

/** Who a request is made by, as the site sees it. */
export interface Caller {
  readonly accountId: string;
  readonly displayName: string;
  readonly email: string;
  readonly rights: readonly Right[];
}

const APP_ACCOUNT_ID = '557058:a9900000-0000-4000-a000-000000000004';

/** @returns null for nobody, and for an account that the site does not know. */
export function callerOf(actor: { accountId: string } | 'app' | null): Caller | null {
  if (actor === null) return null;
  if (actor !== 'app') return siteUsers.find((user) => user.accountId === actor.accountId) ?? null;
  return {
    accountId: APP_ACCOUNT_ID,
    displayName: 'CSM Console',
    email: '',
    rights: ['agent', 'user'],
  };
}
