import { Text } from '@forge/react';
import React from 'react';
import type { OrganizationView } from '../../../contract/organizations';
import { isolated } from '../../../domain/isolated';
import { call } from '../../shared/call';
import { orStale } from '../../shared/call-error';
import { DangerModal } from '../../shared/DangerModal';
import { flagSuccess } from '../../shared/flag';
import { countOf } from '../../shared/format';

interface Props {
  organization: OrganizationView;
  name: string;
  onDeleted: () => void;
  /** The organization is another than the page shows, or none. */
  onStale: () => void;
  /** Whether it is being loaded anew. */
  isReloading: boolean;
  onClose: () => void;
}

/** Asks before an organization goes with what hangs on it. */
export function DeleteOrganizationModal({ organization, name, onDeleted, onStale, isReloading, onClose }: Props) {
  const { id } = organization;
  return (
    <DangerModal
      title={`Delete ${isolated(name)}?`}
      verb="Delete organization"
      typedName={name.trim()}
      isReloading={isReloading}
      onClose={onClose}
      onConfirm={async () => {
        await orStale(call('organizations.delete', { id, seen: name }), onStale);
        flagSuccess('Organization deleted', name);
        onDeleted();
      }}
    >
      <Text>{losses(organization)}</Text>
      <Text>{customersLeft(organization)}</Text>
      <Text>You can’t undo this.</Text>
    </DangerModal>
  );
}

function losses({ record, profile }: OrganizationView): string {
  const values = record.ok
    ? countOf(record.data.details.filter((detail) => detail.values.length > 0).length, 'detail value')
    : 'all its detail values';
  const entitlements = profile.ok ? countOf(profile.data.entitlements, 'entitlement') : 'all its entitlements';
  return `This deletes the organization with ${values} and ${entitlements}.`;
}

function customersLeft({ profile }: OrganizationView): string {
  if (!profile.ok) return 'Its customers stay, without the entitlements they inherit from it.';
  const { customers, entitlements } = profile.data;
  if (customers === 0) return 'It has no customers.';
  const stay = customers === 1 ? 'Its customer stays' : `Its ${countOf(customers, 'customer')} stay`;
  return entitlements === 0 ? `${stay}.` : `${stay}, without the entitlements inherited from it.`;
}
