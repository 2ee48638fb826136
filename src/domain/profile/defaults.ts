import type { ProfileSettings } from '../../contract/profile/settings';

/** The profile before anybody has decided about it: everything that the site shows, in its order, editable. */
export const defaultProfileSettings: ProfileSettings = {
  customer: [],
  organization: [],
  entitlement: [],
  entitlementEnd: null,
};
