import type { CustomerProfileOperation } from '../../../domain/kinds/customer-profiles/operation';
import { lacking, notSeen, partsOf } from '../../../domain/kinds/customer-profiles/seen';
import type { EngineHalf } from '../kind';
import { atlassianAccounts } from './atlassian-accounts';
import { type CustomerSight, readCustomersBack } from './customers-seen';

const sight: CustomerSight<CustomerProfileOperation> = {
  named: ({ payload }) => payload,
  notSeen: ({ payload }, profile) => notSeen(payload, profile),
  lacking: ({ payload }, profile) => lacking(payload, profile),
};

/** Sends customer profiles by `customer/profile/bulk`, and finds them again by id or e-mail. */
export const customerProfilesOnSite: EngineHalf<CustomerProfileOperation> = {
  async submit(site, operations, idempotencyKey) {
    // The queue repeats the step, and waits for free: a retry in here would be paid for.
    const body = { customerProfiles: [...operations] };
    return (await site.csm.call('bulk-manage-multiple-customer-profiles', { body, idempotencyKey, retries: 0 })).id;
  },
  readBack: (site, operations, rows) => readCustomersBack(site, sight, operations, rows),
  parts: ({ payload }) => partsOf(payload),
  byCalls: atlassianAccounts,
};
