import type { Site } from '../../sandbox/site';
import { ADA } from './console';

/** What another administrator does on an emulated site itself, past the app. */
export function onSite(site: () => Site) {
  return async function ask(method: string, path: string, body?: object): Promise<unknown> {
    const response = await site().handle({
      method,
      path: `/jsm/csm/api/v1/${path}`,
      headers: { 'Content-Type': 'application/json', 'X-ExperimentalApi': 'opt-in' },
      body: body === undefined ? null : JSON.stringify(body),
      actor: { accountId: ADA },
      scopes: null,
    });
    if (response.status >= 300) throw new Error(`${method} ${path}: ${response.status} ${response.body}`);
    return JSON.parse(response.body || 'null');
  };
}
