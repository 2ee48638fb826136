import { Text } from '@forge/react';
import React from 'react';
import type { CustomerSummary, OrganizationName } from '../../../contract/customers';
import { isolated } from '../../../domain/isolated';
import { call } from '../../shared/call';
import { DangerModal } from '../../shared/DangerModal';
import { flagSuccess } from '../../shared/flag';
import { personWords } from '../../shared/person-words';

interface Props {
  organization: OrganizationName;
  customer: CustomerSummary;
  onRemoved: () => void;
  onClose: () => void;
}

/** Takes a customer out of an organization, once its consequence was read. */
export function RemoveMemberModal({ organization, customer, onRemoved, onClose }: Props) {
  const remove = async () => {
    await call('customers.leave', { id: customer.id, organizationId: organization.id });
    flagSuccess(`${personWords(customer)} removed`, `No longer in ${isolated(organization.name)}.`);
    onRemoved();
  };
  return (
    <DangerModal title={`Remove ${personWords(customer)}?`} verb="Remove customer" onConfirm={remove} onClose={onClose}>
      <Text>{`They’ll no longer inherit entitlements from ${isolated(organization.name)}. You can add them again.`}</Text>
    </DangerModal>
  );
}
