import { HelperMessage, Label, Select } from '@forge/react';
import React from 'react';
import type { ImportSetup } from '../../../../contract/file-frame';
import type { ImportColumn } from '../../../../contract/imports';
import { chosenValues } from '../../../shared/choice';
import { fieldsThatCanStay, withIfEmpty } from './if-empty';

interface Props {
  setup: ImportSetup;
  onColumns: (change: (now: readonly ImportColumn[]) => ImportColumn[]) => void;
}

/** Which fields keep what is there. Nothing where the kind cannot tell what is there. */
export function IfEmptySelect({ setup, onColumns }: Props) {
  const fields = fieldsThatCanStay(setup);
  if (fields.length === 0) return null;
  const options = fields.map(({ name }) => ({ label: name, value: name }));
  const chosen = new Set(fields.flatMap(({ name, isKept }) => (isKept ? [name] : [])));
  return (
    <>
      <Label labelFor="if-empty">Written only where empty</Label>
      <Select
        inputId="if-empty"
        isMulti
        placeholder="All fields are overwritten"
        options={options}
        value={options.filter(({ value }) => chosen.has(value))}
        onChange={(picked: unknown) => onColumns((columns) => withIfEmpty(columns, chosenValues(picked)))}
      />
      <HelperMessage>What’s there stays. To never write a field, don’t import its column.</HelperMessage>
    </>
  );
}
