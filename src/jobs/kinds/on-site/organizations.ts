import type { OrganizationNameOperation } from '../../../domain/kinds/organization-names';
import type { OrganizationProfileOperation } from '../../../domain/kinds/organization-profiles/operation';
import { organizationLacks, partsOfOrganization } from '../../../domain/kinds/organization-profiles/seen';
import type { EngineHalf } from '../kind';
import { type OrganizationSight, readOrganizationsBack } from './organizations-seen';

const sight: OrganizationSight<OrganizationProfileOperation | OrganizationNameOperation> = {
  named: ({ payload }) => payload,
  lacks: ({ payload }, profile, same) => organizationLacks(payload, profile, same),
};

/** Sends organization profiles by `organization/profile/bulk`, and finds them again by id or name. */
export const organizationProfilesOnSite: EngineHalf<OrganizationProfileOperation> = {
  async submit(site, operations, idempotencyKey) {
    const body = { organizationProfiles: [...operations] };
    return (await site.csm.call('bulk-manage-organization-profiles', { body, idempotencyKey, retries: 0 })).id;
  },
  readBack: (site, operations, rows) => readOrganizationsBack(site, sight, operations, rows),
  parts: ({ payload }) => partsOfOrganization(payload),
};

/** Sends names of organizations by `organization/bulk`, and finds them again by id or name. */
export const organizationNamesOnSite: EngineHalf<OrganizationNameOperation> = {
  async submit(site, operations, idempotencyKey) {
    const body = { organizations: [...operations] };
    return (await site.csm.call('bulk-manage-organizations', { body, idempotencyKey, retries: 0 })).id;
  },
  readBack: (site, operations, rows) => readOrganizationsBack(site, sight, operations, rows),
  parts: ({ payload }) => partsOfOrganization(payload),
};
