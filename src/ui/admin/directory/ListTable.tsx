import { Box, Checkbox, Inline, Lozenge, Pressable, Stack, Text, xcss } from '@forge/react';
import React from 'react';
import type { DirectoryEntity, DirectoryRecord, DirectorySort, ListedEntity } from '../../../contract/directory';
import { rowIdOf } from '../../../domain/directory/entitlement-list';
import { cellsOf, endOf, fieldOf } from '../../../domain/directory/values';
import { expiryOf } from '../../../domain/profile/expiry';
import { linkCell, numberCell, textCell } from '../../shared/cells';
import { enumerated, formatCount, formatRelative } from '../../shared/format';
import { Table } from '../../shared/Table';
import { holderPath } from '../entitlements/addresses';
import { sectionOf } from './address';
import { columnTitle, holderNames } from './words';

interface Props {
  entity: ListedEntity;
  rows: readonly DirectoryRecord[];
  /** Beside the name, which comes first. */
  columns: readonly string[];
  sort: DirectorySort;
  today: string;
  /** When the list was read: rows that were read at another time say so. */
  asOf: number;
  now: number;
  /** Null where rows aren't chosen. */
  ticks: {
    isSelected: (id: string) => boolean;
    onSelect: (ids: readonly string[], isSelected: boolean) => void;
  } | null;
  onSort: (sort: DirectorySort) => void;
}

const tableNames = { customer: 'Customers', organization: 'Organizations', entitlement: 'Entitlements' } as const;
/** Values of one cell that are shown. */
const SHOWN_VALUES = 3;
/** A row this much older or newer than the list says when it was read. */
const OTHER_TIME_MS = 60 * 60_000;

/** The rows of a list, to be ticked, sorted by their headers, and opened by their names. */
export function ListTable({ entity, rows, columns, sort, today, asOf, now, ticks, onSort }: Props) {
  const shown = ['name', ...columns.filter((column) => column !== 'name')];
  const unit = (ticks === null ? 100 : 95) / shown.reduce((sum, column) => sum + shareOf(column), 0);
  return (
    <Table
      label={tableNames[entity]}
      minWidth={shown.length > 8 ? 1600 : shown.length > 5 ? 1100 : 760}
      head={{
        cells: [
          ...(ticks === null ? [] : [{ key: 'tick', width: 5, content: <TickAll rows={rows} {...ticks} /> }]),
          ...shown.map((column) => ({
            key: column,
            width: Math.floor(unit * shareOf(column)),
            content: <SortHead entity={entity} column={column} sort={sort} onSort={onSort} />,
          })),
        ],
      }}
      rows={rows.map((row) => ({
        key: rowIdOf(row),
        cells: [
          ...(ticks === null ? [] : [{ key: 'tick', content: <TickOne row={row} {...ticks} /> }]),
          ...shown.map((column) => ({
            key: column,
            content:
              column === 'name' ? (
                <NameCell entity={row.heldBy ?? entity} row={row} asOf={asOf} now={now} />
              ) : (
                <Cell row={row} column={column} today={today} />
              ),
          })),
        ],
      }))}
    />
  );
}

/** How much wider than others a column is. */
const shareOf = (column: string): number => (column === 'email' ? 1.6 : column === 'name' ? 1.3 : 1);

// As wide as the box: the words beside it are for screen readers, as UI Kit gives a checkbox no other name.
const box = xcss({ width: '24px', height: '24px', overflow: 'hidden' });
// On one line: were they on several, a browser would scroll the box out of sight when it has the focus.
const line = xcss({ width: '2000px' });

function Tick({ label, isChecked, onChange }: { label: string; isChecked: boolean; onChange: () => void }) {
  return (
    <Box xcss={box}>
      <Box xcss={line}>
        <Checkbox label={label} isChecked={isChecked} onChange={onChange} />
      </Box>
    </Box>
  );
}

function TickAll({ rows, isSelected, onSelect }: Pick<Props, 'rows'> & NonNullable<Props['ticks']>) {
  const ids = rows.map(({ id }) => id);
  const isAll = rows.length > 0 && ids.every(isSelected);
  return <Tick label="Select all on this page" isChecked={isAll} onChange={() => onSelect(ids, !isAll)} />;
}

function TickOne({ row: { id, name }, isSelected, onSelect }: { row: DirectoryRecord } & NonNullable<Props['ticks']>) {
  return <Tick label={`Select ${name}`} isChecked={isSelected(id)} onChange={() => onSelect([id], !isSelected(id))} />;
}

const bare = xcss({ padding: 'space.0', backgroundColor: 'color.background.neutral.subtle', textAlign: 'start' });

const atEnd = xcss({ width: '100%' });

function SortHead({ entity, column, sort, onSort }: { column: string } & Pick<Props, 'entity' | 'sort' | 'onSort'>) {
  const isSorted = sort.column === column;
  const mark = isSorted ? (sort.isDescending ? ' ↓' : ' ↑') : '';
  const head = (
    <Pressable xcss={bare} onClick={() => onSort({ column, isDescending: isSorted && !sort.isDescending })}>
      <Text size="small" weight="bold" color="color.text.subtle">{`${columnTitle(entity, column)}${mark}`}</Text>
    </Pressable>
  );
  if (column !== 'customers') return head;
  return (
    <Box xcss={atEnd}>
      <Inline alignInline="end">{head}</Inline>
    </Box>
  );
}

function NameCell({ entity, row, asOf, now }: { row: DirectoryRecord } & Pick<Props, 'entity' | 'asOf' | 'now'>) {
  const isOfOtherTime = row.readAt > asOf + OTHER_TIME_MS || (row.readAt > 0 && row.readAt < asOf);
  return (
    <Stack>
      {linkCell(row.name, [sectionOf(entity), row.id])}
      {isOfOtherTime && <Text size="small" color="color.text.subtle">{`Read ${formatRelative(row.readAt, now)}`}</Text>}
    </Stack>
  );
}

function Cell({ row, column, today }: { row: DirectoryRecord; column: string; today: string }) {
  if (row.heldBy !== undefined && column === 'holder') return textCell(holderNames[row.heldBy]);
  if (row.heldBy !== undefined && column === 'products') return <HeldCell row={row} heldBy={row.heldBy} />;
  if (column === 'ends') return <EndCell row={row} today={today} />;
  if (column === 'customers') return numberCell(row.customers === null ? 'not known' : formatCount(row.customers));
  const cells = cellsOf(row, column, today);
  if (cells.length === 0 && column === 'email' && row.heldBy !== 'organization') return textCell('Not visible to you');
  const isBoolean = fieldOf(column) !== null && cells.length === 1 && /^(?:true|false)$/.test(cells[0] ?? '');
  if (isBoolean) return textCell(cells[0] === 'true' ? 'Yes' : 'No');
  return textCell(enumerated(cells, SHOWN_VALUES));
}

/** The product of an entitlement, which leads to where the holder's entitlement to it is changed and revoked. */
function HeldCell({ row: { id, entitlements }, heldBy }: { row: DirectoryRecord; heldBy: DirectoryEntity }) {
  const [held] = entitlements;
  return held ? linkCell(held.product.name, holderPath({ entity: heldBy, id }, held.product.id)) : textCell('');
}

function EndCell({ row, today }: { row: DirectoryRecord; today: string }) {
  const end = endOf(row, today);
  if (end === null) return textCell('');
  const state = expiryOf(end, today)?.state;
  return (
    <Inline space="space.075" rowSpace="space.025" alignBlock="center" shouldWrap>
      <Text>{end}</Text>
      {state === 'ended' && <Lozenge appearance="removed">Ended</Lozenge>}
      {state === 'soon' && <Lozenge appearance="moved">Ends soon</Lozenge>}
    </Inline>
  );
}
