import { Box, HelperMessage, Inline, Label, Select, xcss } from '@forge/react';
import React from 'react';
import type { ImportSetup } from '../../../../contract/file-frame';
import type { ImportColumn, ImportOptions } from '../../../../contract/imports';
import { kindOf } from '../../../../domain/kinds';
import { hasRelated } from '../../../../domain/kinds/related';
import { IfEmptySelect } from './IfEmptySelect';
import { takesSeveralValues } from './mapping';
import { selectedValue } from './targets';

interface Props {
  setup: ImportSetup;
  onOptions: (part: Partial<ImportOptions>) => void;
  onColumns: (change: (now: readonly ImportColumn[]) => ImportColumn[]) => void;
}

const emptyCells = [
  { label: 'Keep stored values', value: 'leave' },
  { label: 'Clear stored values', value: 'clear' },
] as const;

const separators = [
  { label: 'Semicolon ;', value: ';' },
  { label: 'Vertical bar |', value: '|' },
  { label: 'Comma ,', value: ',' },
] as const;

const field = xcss({ width: '260px', maxWidth: '100%' });

/** What holds for every row of the file. */
export function ColumnsOptions({ setup, onOptions, onColumns }: Props) {
  const { options } = setup;
  return (
    <Inline space="space.300" rowSpace="space.150" shouldWrap>
      {kindOf(setup.kind).entity !== null && (
        <Box xcss={field}>
          <Label labelFor="empty-cells">Empty cells in detail fields</Label>
          <Select
            inputId="empty-cells"
            options={emptyCells}
            value={emptyCells.find(({ value }) => value === options.emptyCells)}
            onChange={(option: unknown) => {
              const chosen = emptyCells.find(({ value }) => value === selectedValue(option));
              if (chosen) onOptions({ emptyCells: chosen.value });
            }}
          />
          <HelperMessage>
            {hasRelated(setup.columns)
              ? 'An empty cell never changes a name, or a value of an organization or entitlement.'
              : 'An empty cell never changes a name.'}
          </HelperMessage>
        </Box>
      )}
      {takesSeveralValues(setup) && (
        <Box xcss={field}>
          <Label labelFor="value-separator">Separator for several values in one cell</Label>
          <Select
            inputId="value-separator"
            options={separators}
            value={separators.find(({ value }) => value === options.valueSeparator)}
            onChange={(option: unknown) => {
              const chosen = separators.find(({ value }) => value === selectedValue(option));
              if (chosen) onOptions({ valueSeparator: chosen.value });
            }}
          />
          <HelperMessage>Used for multi-select fields, organizations and products.</HelperMessage>
        </Box>
      )}
      <Box xcss={field}>
        <IfEmptySelect setup={setup} onColumns={onColumns} />
      </Box>
    </Inline>
  );
}
