import { Inline, Stack, Text } from '@forge/react';
import React, { useState } from 'react';
import type { DirectoryView, ListedEntity, SavedView } from '../../../contract/directory';
import { ActionModal } from '../../shared/ActionModal';
import { call } from '../../shared/call';
import { flagSuccess } from '../../shared/flag';
import { TextField } from '../../shared/form/Field';
import { Failure } from '../../shared/Failure';
import { RowAction } from '../../shared/RowAction';
import { useAction } from '../../shared/use-action';

interface Props {
  entity: ListedEntity;
  view: DirectoryView;
  saved: readonly SavedView[];
  onSaved: (views: SavedView[]) => void;
  onClose: () => void;
}

/** Saves what a list shows under a name, for all administrators, and lets go of what was saved before. */
export function SaveViewModal({ entity, view, saved, onSaved, onClose }: Props) {
  const [name, setName] = useState('');
  const [isTried, setTried] = useState(false);
  const isMissing = name.trim() === '';
  const save = useAction(async () => {
    setTried(true);
    if (isMissing) return;
    onSaved((await call('directory.saveView', { view: { name, entity, view } })).views);
    flagSuccess('View saved', name.trim());
    onClose();
  });
  const remove = useAction(async (gone: string) => {
    onSaved((await call('directory.deleteView', { name: gone, entity })).views);
  });
  const others = saved.filter((one) => one.entity === entity);
  return (
    <ActionModal title="Save view" verb="Save view" action={save} onClose={onClose}>
      <Text>A view keeps the filters, the order and the columns. All administrators can use it.</Text>
      <TextField
        id="view-name"
        label="Name"
        isRequired
        maxLength={100}
        help="The name of a saved view replaces that view."
        error={isTried && isMissing ? 'Enter a name.' : null}
        value={name}
        onChange={setName}
      />
      {others.length > 0 && (
        <Stack space="space.050">
          <Text weight="semibold">Saved views</Text>
          {others.map((one) => (
            <Inline key={one.name} spread="space-between" alignBlock="center" space="space.100">
              <Text maxLines={1}>{one.name}</Text>
              <RowAction verb="Delete" name={one.name} onClick={() => remove.run(one.name)} />
            </Inline>
          ))}
        </Stack>
      )}
      {remove.error && <Failure error={remove.error} />}
    </ActionModal>
  );
}
