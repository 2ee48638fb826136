import { customerAccounts } from './customer-accounts';
import { customerProfiles } from './customer-profiles';
import { customerDetails } from './detail-values/customers';
import { organizationDetails } from './detail-values/organizations';
import { organizationNames } from './organization-names';
import { organizationProfiles } from './organization-profiles';
import { entitlements } from './entitlements';
import { products } from './products';
import { registerKind } from './registry';
import { customerRemovals } from './removals/customers';
import { membershipRemovals } from './removals/memberships';
import { organizationRemovals } from './removals/organizations';

// Every kind of job there is, in the order in which they are offered. Its engine half is registered in src/jobs/kinds.
registerKind(customerProfiles);
registerKind(organizationProfiles);
registerKind(customerAccounts);
registerKind(organizationNames);
registerKind(customerDetails);
registerKind(organizationDetails);
registerKind(products);
registerKind(entitlements);
registerKind(customerRemovals);
registerKind(organizationRemovals);
registerKind(membershipRemovals);

export { allKinds, findKind, kindOf, operationOf, proposedKind, registerKind } from './registry';
