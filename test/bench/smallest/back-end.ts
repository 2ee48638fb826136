import api, { route } from '@forge/api';
import { Queue } from '@forge/events';
import { kvs } from '@forge/kvs';
import Resolver from '@forge/resolver';
import * as v from 'valibot';

const resolver = new Resolver();

/** One use of each package that the app's back end is built on. */
resolver.define('one', async () => {
  const response = await api.asUser().requestJira(route`/rest/api/3/myself`);
  const { accountId } = v.parse(v.object({ accountId: v.string() }), await response.json());
  await kvs.set('one', accountId);
  return new Queue({ key: 'one' }).push({ body: { accountId } });
});

export const handler = resolver.getDefinitions();
