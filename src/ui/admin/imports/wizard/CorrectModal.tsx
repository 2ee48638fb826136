import { Box, Inline, ModalTransition, Stack, Text, TextArea, Textfield, xcss } from '@forge/react';
import React, { useState } from 'react';
import type { CellsOfRow, GroupName } from '../../../../contract/file-frame';
import { ActionModal } from '../../../shared/ActionModal';
import { textCell } from '../../../shared/cells';
import { countOf, formatCount } from '../../../shared/format';
import { PAGE_SIZE, Pages } from '../../../shared/Pages';
import { Skeleton } from '../../../shared/Skeleton';
import { Table } from '../../../shared/Table';
import { useAction } from '../../../shared/use-action';
import type { CorrectedCell } from './corrections';

interface Props {
  group: GroupName;
  /** Of all columns of the file. */
  headers: readonly string[];
  /** The rows of the group; null until they are known. */
  rows: readonly CellsOfRow[] | null;
  onClose: () => void;
  /** Takes the cells whose text was changed. */
  onSave: (cells: readonly CorrectedCell[]) => void;
}

// Two columns: what is typed has to stay beside what names its row on a narrow page, too.
const head = {
  cells: [
    { key: 'row', content: 'Row', width: 40 },
    { key: 'text', content: 'Import', width: 60 },
  ],
};

const wide = xcss({ width: '100%' });

/** A cell that can be corrected, with what its row says of it. */
interface Line extends CorrectedCell {
  label: string;
  message: string;
}

/** The cells of rows with the same problem, each with its text to be corrected. */
export function CorrectModal({ group, headers, rows, onClose, onSave }: Props) {
  const [typed, setTyped] = useState<ReadonlyMap<string, string>>(new Map());
  const [page, setPage] = useState(0);
  const lines = linesOf(group, headers, rows ?? []);
  const changed = changedCells(lines, typed);
  const save = useAction(() => {
    if (changed.length > 0) onSave(changed);
    onClose();
    return Promise.resolve();
  });
  return (
    <ModalTransition>
      <ActionModal
        width="large"
        title={group.column === null ? 'Correct rows' : `Correct cells of ${group.column}`}
        verb={changed.length === 0 ? 'Correct cells' : `Correct ${countOf(changed.length, 'cell')}`}
        isDisabled={rows === null}
        action={save}
        onClose={onClose}
      >
        <Text>{group.message}</Text>
        <Text color="color.text.subtle">
          For this import only: your file stays as it is, and a saved mapping doesn’t keep corrected cells.
        </Text>
        {rows === null ? (
          <Skeleton lines={4} label="Loading the cells" />
        ) : (
          <Table
            label="Cells to correct"
            head={head}
            rows={lines.slice(page * PAGE_SIZE, (page + 1) * PAGE_SIZE).map((line) => rowOf(line, typed, setTyped))}
          />
        )}
        <Inline alignInline="center">
          <Pages label="Pages of cells" total={lines.length} page={page} onPage={setPage} />
        </Inline>
      </ActionModal>
    </ModalTransition>
  );
}

const keyOf = ({ row, column }: Line): string => `${row} ${column}`;

const linesOf = (group: GroupName, headers: readonly string[], rows: readonly CellsOfRow[]): Line[] =>
  rows.flatMap(({ row, label, message, cells }) =>
    cells.map(({ column, text, was = text }) => ({
      ...{ group, row, label, message, column, text, was },
      header: headers[column] ?? '',
    })),
  );

/** What surrounds a text that is typed is of no cell: nobody sees it. */
const changedCells = (lines: readonly Line[], typed: ReadonlyMap<string, string>): CorrectedCell[] =>
  lines.flatMap((line) => {
    const text = typed.get(keyOf(line))?.trim() ?? line.text;
    if (text === line.text) return [];
    const { row, column, header, was, group } = line;
    return [{ row, column, header, was, group, text }];
  });

function rowOf(
  line: Line,
  typed: ReadonlyMap<string, string>,
  onTyped: (change: (now: ReadonlyMap<string, string>) => ReadonlyMap<string, string>) => void,
) {
  const { row, label, header, group, message, text, was } = line;
  const key = keyOf(line);
  const isNamed = header !== group.column;
  return {
    key,
    cells: [
      {
        key: 'row',
        content: (
          <Stack>
            <Text>{formatCount(row)}</Text>
            {label !== '' && textCell(label)}
          </Stack>
        ),
      },
      {
        key: 'text',
        content: (
          <Box xcss={wide}>
            <Stack space="space.050">
              {isNamed && <Text size="small">{header}</Text>}
              <CellField
                label={`${header} in row ${formatCount(row)}`}
                text={typed.get(key) ?? text}
                hasLines={text.includes('\n')}
                onText={(now) => onTyped((before) => new Map([...before, [key, now]]))}
              />
              {message !== group.message && <Text size="small">{message}</Text>}
              {was !== text && (
                <Text
                  size="small"
                  color="color.text.subtle"
                >{`In your file: ${was === '' ? 'empty' : `“${was}”`}`}</Text>
              )}
            </Stack>
          </Box>
        ),
      },
    ],
  };
}

interface CellFieldProps {
  label: string;
  text: string;
  /** The cell has several lines, which a field of one line would join. */
  hasLines: boolean;
  onText: (text: string) => void;
}

function CellField({ label, text, hasLines, onText }: CellFieldProps) {
  const control = {
    'aria-label': label,
    value: text,
    onChange: ({ target: { value } }: { target: { value?: unknown } }) =>
      onText(typeof value === 'string' ? value : ''),
  };
  return hasLines ? <TextArea {...control} /> : <Textfield {...control} />;
}
