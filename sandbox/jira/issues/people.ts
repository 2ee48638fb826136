import { isPortalOnly } from '../../csm/model';
import type { SiteState } from '../../csm/state';
import { siteUsers, type Caller } from '../../csm/users';
import { userView } from '../users';

const AVATAR_SIZES = ['48x48', '32x32', '24x24', '16x16'];
const avatarUrls = Object.fromEntries(
  AVATAR_SIZES.map((size) => [size, `https://sandbox.example/secure/useravatar?size=${size}`]),
);

/**
 * A person of an issue as the caller sees them. Agents see the e-mail address of a portal-only account; that of an
 * Atlassian account is its owner's. An account that is gone is a former user.
 */
export function personView(state: SiteState, caller: Caller, accountId: string): object {
  const customer = state.customers.get(accountId);
  const account =
    customer === undefined ? siteUsers.find((user) => user.accountId === accountId) : { ...customer, accountId };
  if (account === undefined) {
    const accountType = isPortalOnly(accountId) ? 'customer' : 'atlassian';
    return { accountId, accountType, displayName: 'Former user', active: false, avatarUrls };
  }
  const view = { ...userView(account), avatarUrls };
  const showsEmail = isPortalOnly(accountId) || accountId === caller.accountId;
  return showsEmail ? view : { ...view, emailAddress: undefined };
}
