import type { SiteRequest } from '../site';
import { findUser } from './users';

/** What is needed of a Node IncomingMessage whose body has been read. */
export interface PlainRequest {
  method?: string | undefined;
  url?: string | undefined;
  headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  body: string | null;
}

/**
 * A plain HTTP request as the site takes it: the user is named by `Authorization: Bearer <alias or account id>`.
 * Without a known user the site answers 401. Scopes are not checked: there is no app.
 */
export function toSiteRequest({ method = 'GET', url = '/', headers, body }: PlainRequest): SiteRequest {
  const flat: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) flat[name.toLowerCase()] = typeof value === 'string' ? value : value.join(', ');
  }
  const name = /^Bearer\s+(\S+)$/iu.exec(flat['authorization'] ?? '')?.[1];
  const user = name === undefined ? undefined : findUser(name);
  return {
    method,
    path: url,
    headers: flat,
    body,
    actor: user === undefined ? null : { accountId: user.accountId },
    scopes: null,
  };
}
