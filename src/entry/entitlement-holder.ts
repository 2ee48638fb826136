import type { DirectoryEntity } from '../contract/directory';
import type { CsmClient } from '../csm/client';

/** Who holds an entitlement. Rejects with SiteError. */
export async function holderOf(
  csm: CsmClient,
  entitlementId: string,
): Promise<{ entity: DirectoryEntity; id: string }> {
  const { entitledEntity } = await csm.call('get-entitlement', { path: { entitlementId } });
  return { entity: entitledEntity.type === 'CUSTOMER' ? 'customer' : 'organization', id: entitledEntity.id };
}
