import type { CustomerAccountOperation } from '../../../domain/kinds/customer-accounts';
import { lacking, notSeen, partsOf } from '../../../domain/kinds/customer-profiles/seen';
import type { EngineHalf } from '../kind';
import { type CustomerSight, readCustomersBack } from './customers-seen';

const sight: CustomerSight<CustomerAccountOperation> = {
  named: ({ payload }) => payload,
  notSeen: ({ payload }, profile) => notSeen(payload, profile),
  lacking: ({ payload }, profile) => lacking(payload, profile),
};

/** Sends customer accounts by `customer/bulk`, and finds them again by id or e-mail. */
export const customerAccountsOnSite: EngineHalf<CustomerAccountOperation> = {
  async submit(site, operations, idempotencyKey) {
    const body = { customerAccounts: [...operations] };
    return (await site.csm.call('bulk-create-customer-accounts', { body, idempotencyKey, retries: 0 })).id;
  },
  readBack: (site, operations, rows) => readCustomersBack(site, sight, operations, rows),
  parts: ({ payload }) => partsOf(payload),
};
