import type { ProfileSettings } from '../../../../contract/profile/settings';
import { goneFields, rulesFor } from '../../../../domain/profile/rules';

/** The fields that the site has, by entity. */
export interface SiteFields {
  customer: string[];
  organization: string[];
  entitlement: string[];
  /** Those of `entitlement` that hold dates. */
  dates: string[];
}

const entities = ['customer', 'organization', 'entitlement'] as const;

/** The settings with a rule for each field that the site has, and none for others. */
export const draftOf = (settings: ProfileSettings, fields: SiteFields): ProfileSettings => ({
  customer: rulesFor(fields.customer, settings.customer),
  organization: rulesFor(fields.organization, settings.organization),
  entitlement: rulesFor(fields.entitlement, settings.entitlement),
  entitlementEnd: settings.entitlementEnd,
});

/** Names that the settings still hold and the site does not. */
export const goneFrom = (settings: ProfileSettings, fields: SiteFields): string[] =>
  entities.flatMap((entity) => goneFields(fields[entity], settings[entity]));

export const isSame = (one: ProfileSettings, other: ProfileSettings): boolean =>
  one.entitlementEnd === other.entitlementEnd &&
  entities.every((entity) => JSON.stringify(one[entity]) === JSON.stringify(other[entity]));
