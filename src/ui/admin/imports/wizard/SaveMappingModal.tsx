import React, { useState } from 'react';
import type { FileFacts, ImportSetup } from '../../../../contract/file-frame';
import type { SavedMapping } from '../../../../contract/imports';
import { fold } from '../../../../domain/fold';
import { ActionModal } from '../../../shared/ActionModal';
import { call } from '../../../shared/call';
import { flagSuccess } from '../../../shared/flag';
import { TextField } from '../../../shared/form/Field';
import { useFieldErrors } from '../../../shared/form/use-field-errors';
import { useAction } from '../../../shared/use-action';
import { readingKept } from './reading';

interface Props {
  setup: ImportSetup;
  reading: FileFacts['reading'];
  saved: readonly SavedMapping[];
  onClose: () => void;
  onSaved: (mapping: SavedMapping, all: SavedMapping[]) => void;
}

export function SaveMappingModal({ setup, reading, saved, onClose, onSaved }: Props) {
  const { kind, columns, options, cleaning = [] } = setup;
  const [typed, setTyped] = useState('');
  const name = typed.trim();
  const errors = useFieldErrors(name === '' ? { name: 'Enter a name for the mapping.' } : {}, ['name']);
  const save = useAction(async () => {
    if (!errors.submit()) return;
    const mapping = { name, kind, columns, options, cleaning, reading: readingKept(reading) };
    const { mappings } = await call('imports.saveMapping', { mapping });
    flagSuccess('Mapping saved', 'Every administrator on your site can use it for the next file.');
    onSaved(mapping, mappings);
    onClose();
  });
  const replaces = saved.some((one) => fold(one.name) === fold(name));
  return (
    <ActionModal title="Save this mapping" verb="Save mapping" action={save} onClose={onClose}>
      <TextField
        id="mapping-name"
        label="Name"
        help={
          replaces
            ? 'Replaces the mapping with this name.'
            : 'Saves how the file is read, where each column goes, and what you put right. Columns are matched by name.'
        }
        error={errors.shown('name')}
        focusTurn={errors.focusTurn('name') + 1}
        maxLength={100}
        value={typed}
        onChange={setTyped}
      />
    </ActionModal>
  );
}
