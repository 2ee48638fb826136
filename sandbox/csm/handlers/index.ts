import type { Handlers } from '../call';
import type { OperationId } from '../operation';
import { bulkHandlers } from './bulk';
import { customerProfileHandlers } from './customer-profiles';
import { customerHandlers } from './customers';
import { detailValueHandlers } from './detail-values';
import { entitlementHandlers } from './entitlements';
import { fieldHandlers } from './fields';
import { organizationHandlers } from './organizations';
import { productHandlers } from './products';
import { requestHandlers } from './requests';
import { searchHandlers } from './search';
import { taskHandlers } from './tasks';

/** The answer to every operation of the contract and its supplement: the compiler refuses a table with a gap. */
export const handlers: Handlers<OperationId> = {
  ...bulkHandlers,
  ...customerHandlers,
  ...customerProfileHandlers,
  ...detailValueHandlers,
  ...entitlementHandlers,
  ...fieldHandlers,
  ...organizationHandlers,
  ...productHandlers,
  ...requestHandlers,
  ...searchHandlers,
  ...taskHandlers,
};
