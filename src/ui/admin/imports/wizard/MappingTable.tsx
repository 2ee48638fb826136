import { Box, Icon, Inline, Label, Select, Stack, Text, xcss } from '@forge/react';
import React from 'react';
import { Table } from '../../../shared/Table';
import type { FieldDefinition } from '../../../../contract/fields';
import type { FileFacts } from '../../../../contract/file-frame';
import type { ImportColumn } from '../../../../contract/imports';
import { DateOrderChoice } from './DateOrderChoice';
import { type MappingRow, remap, withDateOrder } from './mapping';
import { optionOf, selectedValue, targetGroups, targetOf } from './targets';

interface Props {
  rows: readonly MappingRow[];
  file: FileFacts;
  columns: readonly ImportColumn[];
  fields: readonly FieldDefinition[];
  onColumns: (columns: ImportColumn[]) => void;
}

const head = {
  cells: [
    { key: 'column', content: 'Your column', width: 20 },
    { key: 'sample', content: 'Sample', width: 22 },
    { key: 'target', content: 'Goes to', width: 30 },
    { key: 'state', content: 'State', width: 28 },
  ],
};

const selectWidth = xcss({ minWidth: '180px' });

export function MappingTable({ rows, file, columns, fields, onColumns }: Props) {
  const groups = targetGroups(fields);
  return (
    <Table
      minWidth={760}
      head={head}
      label="Columns of the file and where they go"
      rows={rows.map((row) => ({
        key: String(row.index),
        cells: [
          { key: 'column', content: <Label labelFor={`column-${row.index}`}>{row.header}</Label> },
          {
            key: 'sample',
            content: (
              <Text color="color.text.subtle" maxLines={2}>
                {row.sample}
              </Text>
            ),
          },
          {
            key: 'target',
            content: (
              <Box xcss={selectWidth}>
                <Select
                  inputId={`column-${row.index}`}
                  spacing="compact"
                  options={groups}
                  value={optionOf(row.target, groups)}
                  onChange={(option: unknown) => {
                    const value = selectedValue(option);
                    if (value !== null) onColumns(remap(columns, row.index, targetOf(value), file, fields));
                  }}
                />
              </Box>
            ),
          },
          {
            key: 'state',
            content: (
              <Box>
                <RowState
                  row={row}
                  file={file}
                  onOrder={(order) => onColumns(withDateOrder(columns, row.index, order))}
                />
              </Box>
            ),
          },
        ],
      }))}
    />
  );
}

interface RowStateProps {
  row: MappingRow;
  file: FileFacts;
  onOrder: React.ComponentProps<typeof DateOrderChoice>['onOrder'];
}

const marks = {
  matched: { glyph: 'check-circle', color: 'color.icon.success', words: 'Matched' },
  'not imported': { glyph: 'cross-circle', color: 'color.icon.subtle', words: 'Not imported' },
  'needs a choice': { glyph: 'warning', color: 'color.icon.warning', words: 'Needs a choice' },
} as const;

function RowState({ row, file, onOrder }: RowStateProps) {
  const { glyph, color, words } = marks[row.state];
  return (
    <Stack space="space.050">
      <Inline space="space.075" alignBlock="center">
        <Icon glyph={glyph} color={color} label="" size="small" />
        <Text>{words}</Text>
      </Inline>
      {row.note !== '' && <Text color="color.text.subtle">{row.note}</Text>}
      {row.found.map((words) => (
        <Inline key={words} space="space.075" alignBlock="start">
          <Icon glyph="warning" color="color.icon.warning" label="Problem" size="small" />
          <Text>{words}</Text>
        </Inline>
      ))}
      {row.isDate && <DateOrderChoice row={row} file={file} onOrder={onOrder} />}
    </Stack>
  );
}
