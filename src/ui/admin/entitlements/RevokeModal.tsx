import { Text } from '@forge/react';
import React, { useCallback } from 'react';
import type { EntitlementView } from '../../../contract/entitlements';
import { isolated } from '../../../domain/isolated';
import { call } from '../../shared/call';
import { DangerModal } from '../../shared/DangerModal';
import { flagSuccess } from '../../shared/flag';
import { useResource } from '../../shared/use-resource';
import { losers, losses } from './revoke-words';

interface RevokeModalProps {
  entitlement: EntitlementView;
  holderName: string;
  /** How many customers inherit it, where the page knows. */
  members?: number | undefined;
  onRevoked: () => void;
  onClose: () => void;
}

/** Takes an entitlement away, once its consequence was read. */
export function RevokeModal({ entitlement, holderName, members, onRevoked, onClose }: RevokeModalProps) {
  const { id, product } = entitlement;
  const inheritors = useInheritors(entitlement, members);
  const revoke = async () => {
    await call('entitlements.revoke', { id });
    flagSuccess(`${isolated(product.name)} revoked`, `It’s no longer granted to ${isolated(holderName)}.`);
    onRevoked();
  };
  return (
    <DangerModal
      title={`Revoke ${isolated(product.name)}?`}
      verb="Revoke entitlement"
      onConfirm={revoke}
      onClose={onClose}
    >
      <Text>{losers(entitlement, holderName, inheritors)}</Text>
      <Text>{losses(entitlement)}</Text>
    </DangerModal>
  );
}

/** How many customers inherit it; null where nobody does, and while it is not known. */
function useInheritors({ heldBy: { entity, id } }: EntitlementView, members: number | undefined): number | null {
  const load = useCallback(async () => {
    if (members !== undefined || entity === 'customer') return members ?? null;
    const { profile } = await call('organizations.get', { id });
    return profile.ok ? profile.data.customers : null;
  }, [entity, id, members]);
  return useResource(load).data;
}
