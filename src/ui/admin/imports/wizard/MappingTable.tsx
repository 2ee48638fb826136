import { Box, Button, Icon, Inline, Label, Select, Stack, Text, xcss } from '@forge/react';
import React from 'react';
import { breakable } from '../../../shared/format';
import { Table } from '../../../shared/Table';
import type { FileFacts } from '../../../../contract/file-frame';
import type { ImportColumn } from '../../../../contract/imports';
import { type Place, placeOf } from '../../../../domain/kinds/place';
import { CreateFieldLink } from './CreateFieldLink';
import { ColumnNotation } from './ColumnNotation';
import { ActionSelect } from './ActionSelect';
import { type MappingRow, confirmed, remap, withAction } from './mapping';
import { optionOf, selectedValue, targetGroups, targetOf } from './targets';

interface Props {
  rows: readonly MappingRow[];
  file: FileFacts;
  places: readonly Place[];
  onColumns: (change: (now: readonly ImportColumn[]) => ImportColumn[]) => void;
}

/** Two places that stand beside each other where there is room, and under each other on a narrow page. */
function Pair({ first, second }: { first: React.ReactNode; second: React.ReactNode }) {
  return (
    <Inline shouldWrap alignBlock="center" rowSpace="space.050">
      <Box xcss={half}>{first}</Box>
      <Box xcss={half}>{second}</Box>
    </Inline>
  );
}

const half = xcss({ width: '50%', minWidth: '130px', flexGrow: 1, paddingInlineEnd: 'space.100' });

const headWords = (words: string) => (
  <Text size="small" weight="bold" color="color.text.subtle">
    {words}
  </Text>
);

const head = {
  cells: [
    {
      key: 'column',
      content: <Pair first={headWords('Your column')} second={headWords('Sample')} />,
      width: 42,
    },
    { key: 'target', content: <Pair first={headWords('Goes to')} second={headWords('State')} />, width: 58 },
  ],
};

export function MappingTable({ rows, file, places, onColumns }: Props) {
  const groups = targetGroups(places);
  return (
    <Table
      head={head}
      label="Columns of the file and where they go"
      rows={rows.map((row) => ({
        key: String(row.index),
        cells: [
          { key: 'column', content: <Pair first={<ColumnName row={row} />} second={<Sample row={row} />} /> },
          {
            key: 'target',
            content: (
              <Pair
                first={
                  <Stack space="space.050">
                    <Select
                      inputId={`column-${row.index}`}
                      spacing="compact"
                      autoFocus={row.index === 0}
                      options={groups}
                      value={optionOf(row.target, groups)}
                      onChange={(option: unknown) => {
                        const value = selectedValue(option);
                        if (value !== null)
                          onColumns((now) => remap(now, row.index, targetOf(value, places), file, places));
                      }}
                    />
                    {row.actions.length > 0 && (
                      <ActionSelect
                        row={row}
                        onAction={(action) => onColumns((now) => withAction(now, row.index, action))}
                      />
                    )}
                  </Stack>
                }
                second={<RowState row={row} file={file} place={placeOf(row.target, places)} onColumns={onColumns} />}
              />
            ),
          },
        ],
      }))}
    />
  );
}

const ColumnName = ({ row }: { row: MappingRow }) => (
  <Label labelFor={`column-${row.index}`}>{breakable(row.header)}</Label>
);

const Sample = ({ row }: { row: MappingRow }) => (
  <Text color="color.text.subtle" maxLines={2}>
    {row.sample}
  </Text>
);

interface RowStateProps {
  row: MappingRow;
  file: FileFacts;
  place: Place | undefined;
  onColumns: Props['onColumns'];
}

const marks = {
  matched: { glyph: 'check-circle', color: 'color.icon.success', words: 'Matched' },
  'not imported': { glyph: 'cross-circle', color: 'color.icon.subtle', words: 'Not imported' },
  'needs a choice': { glyph: 'warning', color: 'color.icon.warning', words: 'Needs a choice' },
} as const;

function RowState({ row, file, place, onColumns }: RowStateProps) {
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
      {row.proposal && <CreateFieldLink proposal={row.proposal} />}
      {row.isDoubtful && (
        <Inline>
          <Button spacing="compact" onClick={() => onColumns((now) => confirmed(now, row.index))}>
            Yes, it is
          </Button>
        </Inline>
      )}
      <ColumnNotation row={row} file={file} place={place} onColumns={onColumns} />
    </Stack>
  );
}
