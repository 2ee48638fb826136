import type { NamedValues } from '../cells/readers';

export const operationTypes = ['UPSERT', 'CREATE', 'UPDATE'] as const;

export interface CustomerProfilePayload {
  customerId?: string;
  email?: string;
  /** Stands for the id until that is looked up; never sent. */
  externalId?: string;
  displayName?: string;
  details?: NamedValues[];
  associateOrganizations?: { organizationIds: number[] };
  associateProducts?: { productIds: string[] };
}

/** One item of `customerProfiles` in the body of `customer/profile/bulk`. CSM reference, BulkManageCustomerProfileOperation. */
export interface CustomerProfileOperation {
  operationType: (typeof operationTypes)[number];
  payload: CustomerProfilePayload;
}
