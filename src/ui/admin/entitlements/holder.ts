import type { EntitlementHolder } from '../../../contract/entitlements';

/** Who holds entitlements, with the name that the page knows it by. */
export interface NamedHolder extends EntitlementHolder {
  name: string;
}

/** Where the profile of a holder is. */
export const profilePath = ({ entity, id }: EntitlementHolder): readonly string[] => [`${entity}s`, id];
