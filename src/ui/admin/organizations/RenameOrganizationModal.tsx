import React from 'react';
import { organizationNameProblem } from '../../../domain/organizations/name';
import { call } from '../../shared/call';
import { RenameModal } from '../../shared/RenameModal';

interface Props {
  id: string;
  /** As the page shows it. */
  name: string;
  onRenamed: (name: string) => void;
  onClose: () => void;
}

/** A new name for an organization. Its id, its customers and its entitlements stay. */
export function RenameOrganizationModal({ id, name, onRenamed, onClose }: Props) {
  return (
    <RenameModal
      what="organization"
      name={name}
      help="Its customers and entitlements don’t change."
      problemOf={organizationNameProblem}
      rename={async (written, seen) => (await call('organizations.rename', { id, name: written, seen })).name}
      onRenamed={onRenamed}
      onClose={onClose}
    />
  );
}
