import { Select } from '@forge/react';
import React from 'react';
import type { Action, MappingRow } from './mapping';
import { selectedValue } from './targets';

const words: Record<Action, string> = {
  replace: 'Replace values',
  add: 'Add to values',
  clear: 'Clear values',
};

interface Props {
  row: MappingRow;
  onAction: (action: Action) => void;
}

/** What a column does to the values of its field. */
export function ActionSelect({ row, onAction }: Props) {
  const options = row.actions.map((action) => ({ label: words[action], value: action }));
  const chosen = row.target.action ?? 'replace';
  return (
    <Select
      inputId={`action-${row.index}`}
      aria-label={`What “${row.header}” does to values`}
      spacing="compact"
      options={options}
      value={options.find(({ value }) => value === chosen)}
      onChange={(option: unknown) => {
        const action = row.actions.find((one) => one === selectedValue(option));
        if (action) onAction(action);
      }}
    />
  );
}
