import { resolvers } from '../../contract/resolvers';
import { defineResolvers } from '../define';
import { administratorsOnly } from '../rights';
import { accessHandlers } from './access';
import { customerHandlers } from './customers';
import { detailHandlers } from './details';
import { directoryHandlers } from './directory';
import { entitlementHandlers } from './entitlements';
import { fieldHandlers } from './fields';
import { importHandlers } from './imports';
import { jobHandlers } from './jobs';
import { organizationHandlers } from './organizations';
import { productHandlers } from './products';
import { profileSettingsHandlers } from './profile-settings';
import { requestHandlers } from './requests';
import { ruleHandlers } from './rules';
import { settingsHandlers } from './settings';
import { syncHandlers } from './syncs';

/** The resolver of the admin page and of its file frame. */
export const resolver = defineResolvers(
  resolvers,
  {
    ...accessHandlers,
    ...settingsHandlers,
    ...profileSettingsHandlers,
    ...requestHandlers,
    ...customerHandlers,
    ...detailHandlers,
    ...entitlementHandlers,
    ...importHandlers,
    ...jobHandlers,
    ...fieldHandlers,
    ...productHandlers,
    ...organizationHandlers,
    ...syncHandlers,
    ...directoryHandlers,
    ...ruleHandlers,
  },
  administratorsOnly,
);
