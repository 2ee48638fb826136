import { Text } from '@forge/react';
import React from 'react';
import type { SavedMapping } from '../../../../contract/imports';
import { call } from '../../../shared/call';
import { DangerModal } from '../../../shared/DangerModal';
import { flagSuccess } from '../../../shared/flag';

interface Props {
  mapping: SavedMapping;
  onClose: () => void;
  onDeleted: (left: SavedMapping[]) => void;
}

export function DeleteMappingModal({ mapping: { name }, onClose, onDeleted }: Props) {
  const remove = async () => {
    const { mappings } = await call('imports.deleteMapping', { name });
    flagSuccess('Mapping deleted');
    onDeleted(mappings);
  };
  return (
    <DangerModal title={`Delete the mapping “${name}”?`} verb="Delete mapping" onConfirm={remove} onClose={onClose}>
      <Text>Administrators on your site will no longer be able to use it. The columns of this file don’t change.</Text>
    </DangerModal>
  );
}
