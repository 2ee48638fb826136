import { Text } from '@forge/react';
import React from 'react';
import type { EntitlementView } from '../../../contract/entitlements';
import { call } from '../../shared/call';
import { DangerModal } from '../../shared/DangerModal';
import { flagSuccess } from '../../shared/flag';
import { countOf } from '../../shared/format';

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
  const revoke = async () => {
    await call('entitlements.revoke', { id });
    flagSuccess(`${product.name} revoked`, `${holderName} is not entitled to it any more.`);
    onRevoked();
  };
  return (
    <DangerModal title={`Revoke ${product.name}?`} verb="Revoke entitlement" onConfirm={revoke} onClose={onClose}>
      <Text>{losers(entitlement, holderName, members)}</Text>
      <Text>{losses(entitlement)}</Text>
    </DangerModal>
  );
}

function losers({ heldBy, product }: EntitlementView, holder: string, members: number | undefined): string {
  if (heldBy.entity === 'customer') return `${holder} loses ${product.name}, unless an organization has it too.`;
  const inheritors = members === undefined ? 'the customers' : `the ${countOf(members, 'customer')}`;
  return `${holder} loses ${product.name}, and with it ${inheritors} who inherit it.`;
}

function losses({ details }: EntitlementView): string {
  const filled = details.filter(({ values }) => values.length > 0).length;
  return filled === 0
    ? 'The entitlement has no detail values. It cannot be brought back, but granted anew.'
    : `Its ${countOf(filled, 'detail value')} go with it. This cannot be undone.`;
}
