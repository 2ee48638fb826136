import { Text } from '@forge/react';
import React, { useCallback } from 'react';
import type { EntitlementView } from '../../../contract/entitlements';
import { isolated } from '../../../domain/isolated';
import { call } from '../../shared/call';
import { DangerModal } from '../../shared/DangerModal';
import { flagSuccess } from '../../shared/flag';
import { countOf } from '../../shared/format';
import { useResource } from '../../shared/use-resource';

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
    flagSuccess(`${isolated(product.name)} revoked`, `${isolated(holderName)} is not entitled to it any more.`);
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

function losers({ heldBy, product }: EntitlementView, holder: string, inheritors: number | null): string {
  if (heldBy.entity === 'customer')
    return `${isolated(holder)} loses ${isolated(product.name)}, unless an organization has it too.`;
  if (inheritors === 0)
    return `${isolated(holder)} loses ${isolated(product.name)}. No customer is in it who would inherit it.`;
  const who = inheritors === null ? 'the customers' : `the ${countOf(inheritors, 'customer')}`;
  return `${isolated(holder)} loses ${isolated(product.name)}, and with it ${who} who ${inheritors === 1 ? 'inherits' : 'inherit'} it.`;
}

function losses({ details }: EntitlementView): string {
  const filled = details.filter(({ values }) => values.length > 0).length;
  return filled === 0
    ? 'The entitlement has no detail values. It cannot be brought back, but granted anew.'
    : `Its ${countOf(filled, 'detail value')} ${filled === 1 ? 'goes' : 'go'} with it. This cannot be undone.`;
}
