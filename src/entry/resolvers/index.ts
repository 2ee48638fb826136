import { defineResolvers } from '../define';
import { entitlementHandlers } from './entitlements';
import { importHandlers } from './imports';
import { jobHandlers } from './jobs';
import { settingsHandlers } from './settings';

/** The resolver of the admin page and of its file frame. */
export const resolver = defineResolvers({
  ...settingsHandlers,
  ...entitlementHandlers,
  ...importHandlers,
  ...jobHandlers,
});
