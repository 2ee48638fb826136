import * as v from 'valibot';
import type { ForgePlatform } from '../../sandbox/forge/platform';
import { profileResolvers } from '../../src/contract/profile';
import type { RequestIn, ResponseIn } from '../../src/contract/resolver-table';
import { resultSchema } from '../../src/contract/result';
import { ADA, Refused } from './console';

type Table = typeof profileResolvers;

/** Calls the resolvers of the profile as its panel does: through the platform, parsing what comes back. */
export function profileOf(platform: ForgePlatform, accountId = ADA) {
  return async function call<N extends keyof Table>(
    name: N,
    payload: RequestIn<Table, N>,
  ): Promise<ResponseIn<Table, N>> {
    const context = { extension: { type: 'jira:issuePanel' } };
    const request = { accountId, moduleKey: 'customer-profile-panel', functionKey: name, payload, context };
    const result = v.parse(resultSchema, await platform.invoke(request));
    if (!result.ok) throw new Refused(result.error);
    return v.parse(profileResolvers[name].response, result.data);
  };
}
