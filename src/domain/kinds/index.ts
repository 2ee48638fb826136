import { customerProfiles } from './customer-profiles';
import { registerKind } from './registry';

// Every kind of job there is, in the order in which they are offered. Its engine half is registered in src/jobs/kinds.
registerKind(customerProfiles);

export { allKinds, findKind, kindOf, operationOf, proposedKind, registerKind } from './registry';
