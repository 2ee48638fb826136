import type * as v from 'valibot';
import { entitlementResolvers } from './entitlements';
import { importResolvers } from './imports';
import { jobResolvers } from './jobs';
import { settingsResolvers } from './settings';

/**
 * Every resolver of the console: the request it parses and the response the page parses. The back end implements each
 * in src/entry/resolvers; the page and the file frame call them through `call()`.
 */
export const resolvers = {
  ...settingsResolvers,
  ...entitlementResolvers,
  ...importResolvers,
  ...jobResolvers,
} as const;

export type ResolverName = keyof typeof resolvers;
export type RequestOf<N extends ResolverName> = v.InferOutput<(typeof resolvers)[N]['request']>;
export type ResponseOf<N extends ResolverName> = v.InferOutput<(typeof resolvers)[N]['response']>;
