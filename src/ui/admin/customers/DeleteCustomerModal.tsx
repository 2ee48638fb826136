import { Text } from '@forge/react';
import React from 'react';
import type { CustomerView } from '../../../contract/customers';
import { call } from '../../shared/call';
import { DangerModal } from '../../shared/DangerModal';
import { flagSuccess } from '../../shared/flag';
import { countOf } from '../../shared/format';

interface Props {
  customer: CustomerView;
  name: string;
  /** The customer in the question: several have one name. */
  who: string;
  onDeleted: () => void;
  onClose: () => void;
}

/** Deletes a customer, once its consequence was read. */
export function DeleteCustomerModal({ customer, name, who, onDeleted, onClose }: Props) {
  const remove = async () => {
    await call('customers.delete', { id: customer.id });
    flagSuccess('Customer deleted', name);
    onDeleted();
  };
  return (
    <DangerModal title={`Delete ${who}?`} verb="Delete customer" onConfirm={remove} onClose={onClose}>
      <Text>{consequence(customer)}</Text>
      <Text>You can’t undo this.</Text>
    </DangerModal>
  );
}

function consequence({ profile }: CustomerView): string {
  if (!profile.ok)
    return 'This deletes the account with its detail values, removes it from its organizations, and revokes the customer’s own entitlements.';
  const values = profile.data.details.filter((detail) => detail.values.length > 0).length;
  const organizations = profile.data.organizations.length;
  return `This deletes the account with ${countOf(values, 'detail value')}, removes it from ${countOf(organizations, 'organization')}, and revokes the customer’s own entitlements.`;
}
