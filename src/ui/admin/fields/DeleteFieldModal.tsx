import { Text } from '@forge/react';
import React from 'react';
import type { FieldView } from '../../../contract/fields';
import { isolated } from '../../../domain/isolated';
import { call } from '../../shared/call';
import { orStale } from '../../shared/call-error';
import { DangerModal } from '../../shared/DangerModal';
import { flagSuccess } from '../../shared/flag';
import { FieldHolders } from './Holders';
import type { FieldTab } from './words';

interface Props {
  tab: FieldTab;
  field: FieldView;
  onDeleted: () => void;
  /** The field is another than the page shows, or none. */
  onStale: () => void;
  /** Whether it is being loaded anew. */
  isReloading: boolean;
  onClose: () => void;
}

/** Asks before a field goes with its values. Another field of the same name gets none of them back. */
export function DeleteFieldModal({ tab, field, onDeleted, onStale, isReloading, onClose }: Props) {
  const { name, type, options } = field;
  return (
    <DangerModal
      title={`Delete ${isolated(name)}?`}
      verb="Delete field"
      typedName={name.trim()}
      isReloading={isReloading}
      onClose={onClose}
      onConfirm={async () => {
        await orStale(call('fields.delete', { entity: tab.entity, seen: { name, type, options } }), onStale);
        flagSuccess(`${isolated(name)} deleted`, `It’s removed from all ${tab.slug}.`);
        onDeleted();
      }}
    >
      <Text>{`This deletes the value of “${isolated(name)}” from every ${tab.entity} that has one. You can’t undo this, and a new field with the same name starts empty.`}</Text>
      <FieldHolders tab={tab} field={field} />
      <Text>To change its name and keep the values, rename it instead.</Text>
    </DangerModal>
  );
}
