import type { Invocation } from './invocation';
import type { AppManifest } from '../manifest';
import { type ForgeRequest, type ForgeResponse, proxyRefusal } from './wire';

/** What the platform hands to the site it runs on; `sandbox/site.ts` is one. */
export interface ProductRequest {
  method: string;
  path: string;
  headers: Record<string, string>;
  body: string | null;
  actor: { accountId: string } | 'app' | null;
  /** The actor is not there: the app asks in their name. */
  isImpersonated?: boolean;
  /** The scopes the call may use. */
  scopes: ReadonlySet<string>;
}

export interface ProductSite {
  handle(request: ProductRequest): Promise<ForgeResponse>;
}

type Credential = Pick<ProductRequest, 'actor' | 'scopes' | 'isImpersonated'>;

/** A call to the REST API of the site, with the rights that the manifest and the session give. */
export async function callProduct(
  site: ProductSite,
  manifest: AppManifest,
  request: ForgeRequest,
  invocation: Pick<Invocation, 'accountId'>,
): Promise<ForgeResponse> {
  const { path, method, headers, body } = request;
  if (!path.startsWith('/') || path.startsWith('//')) return proxyRefusal(400, 'INVALID_PATH');
  const credential = credentialOf(manifest, request, invocation.accountId);
  if ('forge-proxy-error' in credential) return proxyRefusal(credential.status, credential['forge-proxy-error']);
  return site.handle({ method, path, headers, body, ...credential });
}

/**
 * asApp() acts as the app. asUser() acts as the user of the session; where there is none, asUser(accountId) may act as
 * a user within the scopes that the manifest opens to impersonation, and asUser() alone has nobody to act as.
 */
function credentialOf(
  manifest: AppManifest,
  { options }: Pick<ForgeRequest, 'options'>,
  session: string | null,
): Credential | { status: number; 'forge-proxy-error': string } {
  const { provider, accountId } = options;
  if (provider === 'app') return { actor: 'app', scopes: manifest.scopes };
  if (provider === 'none') return { actor: null, scopes: manifest.scopes };
  if (provider !== 'user') return { status: 400, 'forge-proxy-error': 'INVALID_PROVIDER' };
  if (session !== null) {
    if (accountId === undefined || accountId === session) {
      return { actor: { accountId: session }, scopes: manifest.scopes };
    }
    return { status: 403, 'forge-proxy-error': 'IMPERSONATION_NOT_ALLOWED' };
  }
  if (accountId === undefined) return { status: 401, 'forge-proxy-error': 'NEEDS_AUTHENTICATION_ERR' };
  if (manifest.impersonationScopes.size === 0) {
    return { status: 403, 'forge-proxy-error': 'IMPERSONATION_NOT_ALLOWED' };
  }
  return { actor: { accountId }, isImpersonated: true, scopes: manifest.impersonationScopes };
}
