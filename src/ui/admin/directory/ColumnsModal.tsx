import { Select, Text } from '@forge/react';
import React, { useState } from 'react';
import { type DirectoryView, type ListedEntity, MAX_COLUMNS_SHOWN } from '../../../contract/directory';
import type { FieldDefinition } from '../../../contract/fields';
import { ActionModal } from '../../shared/ActionModal';
import { chosenValues } from '../../shared/choice';
import { Field } from '../../shared/form/Field';
import { useAction } from '../../shared/use-action';
import { columnTitle, columnsFor } from './words';

interface Props {
  entity: ListedEntity;
  view: DirectoryView;
  fields: readonly FieldDefinition[];
  onView: (view: DirectoryView) => void;
  onClose: () => void;
}

/** Asks which columns a list shows, in the order in which they are chosen. */
export function ColumnsModal({ entity, view, fields, onView, onClose }: Props) {
  const [columns, setColumns] = useState<readonly string[]>(() => view.columns.filter((column) => column !== 'name'));
  const offered = columnsFor(
    entity,
    fields.map(({ name }) => name),
  );
  const choiceOf = (column: string) => ({ label: columnTitle(entity, column), value: column });
  const show = useAction(() => {
    onView({ ...view, columns: ['name', ...columns].slice(0, MAX_COLUMNS_SHOWN) });
    onClose();
    return Promise.resolve();
  });
  return (
    <ActionModal title="Columns" verb="Show columns" action={show} onClose={onClose}>
      <Text>{`The ${entity === 'entitlement' ? 'holder' : 'name'} always comes first. The others follow in the order you choose them.`}</Text>
      <Field id="list-columns" label="Columns" error={null}>
        <Select
          inputId="list-columns"
          isMulti
          autoFocus
          placeholder="Choose columns"
          options={offered.map(choiceOf)}
          value={columns.map(choiceOf)}
          onChange={(chosen: unknown) => setColumns(chosenValues(chosen))}
        />
      </Field>
    </ActionModal>
  );
}
