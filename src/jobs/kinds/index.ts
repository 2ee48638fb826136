import { customerProfiles } from '../../domain/kinds/customer-profiles';
import { customerProfilesOnSite } from './customer-profiles';
import { jobKind } from './kind';
import { registerJobKind } from './registry';

registerJobKind(jobKind(customerProfiles, customerProfilesOnSite));

export { jobKindOf, registerJobKind } from './registry';
