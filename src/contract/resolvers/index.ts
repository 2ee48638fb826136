import type { NameIn, RequestIn, ResponseIn } from '../resolver-table';
import { accessResolvers } from './access';
import { customerResolvers } from './customers';
import { detailResolvers } from './details';
import { directoryResolvers } from './directory';
import { entitlementResolvers } from './entitlements';
import { fieldResolvers } from './fields';
import { importResolvers } from './imports';
import { jobResolvers } from './jobs';
import { organizationResolvers } from './organizations';
import { productResolvers } from './products';
import { profileSettingsResolvers } from './profile-settings';
import { requestResolvers } from './requests';
import { ruleResolvers } from './rules';
import { settingsResolvers } from './settings';
import { syncResolvers } from './syncs';

/**
 * Every resolver of the console: the request it parses and the response the page parses. The back end implements each
 * in src/entry/resolvers; the page and the file frame call them through `call()`.
 */
export const resolvers = {
  ...accessResolvers,
  ...settingsResolvers,
  ...profileSettingsResolvers,
  ...requestResolvers,
  ...customerResolvers,
  ...detailResolvers,
  ...entitlementResolvers,
  ...importResolvers,
  ...jobResolvers,
  ...fieldResolvers,
  ...productResolvers,
  ...organizationResolvers,
  ...syncResolvers,
  ...directoryResolvers,
  ...ruleResolvers,
} as const;

export type ResolverName = NameIn<typeof resolvers>;
export type RequestOf<N extends ResolverName> = RequestIn<typeof resolvers, N>;
export type ResponseOf<N extends ResolverName> = ResponseIn<typeof resolvers, N>;
