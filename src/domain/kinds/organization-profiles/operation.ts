import type { NamedValues } from '../cells/readers';
import type { NamedOrganization } from '../identities/organization';

export const operationTypes = ['UPSERT', 'CREATE', 'UPDATE'] as const;

export interface OrganizationProfilePayload extends NamedOrganization {
  details?: NamedValues[];
  associateCustomers?: { customerIds: string[] };
  associateProducts?: { productIds: string[] };
}

/** One item of `organizationProfiles` in the body of `organization/profile/bulk`. CSM reference, BulkManageOrganizationProfileOperation. */
export interface OrganizationProfileOperation {
  operationType: (typeof operationTypes)[number];
  payload: OrganizationProfilePayload;
}
