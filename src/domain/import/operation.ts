import type { ImportOperation } from '../../contract/imports';
import { fold } from '../fold';

export interface CustomerProfilePayload {
  customerId?: string;
  email?: string;
  displayName?: string;
  details?: { name: string; values: string[] }[];
  associateOrganizations?: { organizationIds: number[] };
  associateProducts?: { productIds: string[] };
}

/** One item of `customerProfiles` in the body of `customer/profile/bulk`. CSM reference, BulkManageCustomerProfileOperation. */
export interface CustomerProfileOperation {
  operationType: ImportOperation;
  payload: CustomerProfilePayload;
}

/** What names the customer of an operation, case-folded. */
export interface RowKeys {
  email?: string;
  customerId?: string;
}

/** The keys by which a task's failures, which carry no row number, are joined to the rows that were sent. */
export function rowKeys({ payload }: CustomerProfileOperation): RowKeys {
  return {
    ...(payload.email !== undefined && { email: fold(payload.email) }),
    ...(payload.customerId !== undefined && { customerId: fold(payload.customerId) }),
  };
}
