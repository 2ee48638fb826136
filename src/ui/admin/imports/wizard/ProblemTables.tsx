import { Button, Inline, LoadingButton, Stack, Text } from '@forge/react';
import React, { useState } from 'react';
import { numberCell, numberHead, textCell } from '../../../shared/cells';
import {
  type CheckSummary,
  type GroupName,
  type ImportSetup,
  MAX_CORRECTED_ROWS,
} from '../../../../contract/file-frame';
import type { ImportField, Joining } from '../../../../contract/imports';
import { columnsToCorrect } from '../../../../domain/file/check/cells-to-correct';
import { canJoinRows } from '../../../../domain/file/check/joined-rows';
import type { FrameState } from '../frame/frame-state';
import { countOf, formatCount } from '../../../shared/format';
import { Section } from '../../../shared/Section';
import { Table } from '../../../shared/Table';
import { CorrectModal } from './CorrectModal';
import { type MapCells, asImported, sameGroup, withCorrected } from './corrections';
import { ValuesModal } from './ValuesModal';
import {
  type MapColumns,
  type RemedyGroup,
  remedyGroup,
  typedImports,
  withImports,
  withSkipping,
} from './remedy-groups';

interface Props {
  summary: CheckSummary;
  setup: ImportSetup;
  isBusy: boolean;
  /** Takes columns that say more of cells with problems. */
  onColumns: (map: MapColumns) => void;
  /** Gives a field options that it lacks, and takes columns. */
  onNewOptions: (field: ImportField, options: readonly string[], map: MapColumns) => Promise<void>;
  /** The cells of the group that was asked for last. */
  cells: FrameState['cells'];
  onCells: (group: GroupName) => void;
  onCorrected: (map: MapCells) => void;
  /** Imports rows about the same as an earlier one with that. */
  onJoin: (joining: Joining) => void;
  onDownload: () => void;
}

const groupHead = {
  cells: [
    { key: 'rows', content: numberHead('Rows'), width: 8 },
    { key: 'column', content: 'Column', width: 16 },
    { key: 'message', content: 'Problem', width: 38 },
    { key: 'first', content: numberHead('First in row'), width: 12 },
    { key: 'remedy', content: 'Put right here', width: 26 },
  ],
};

const problemHead = {
  cells: [
    { key: 'row', content: numberHead('Row'), width: 8 },
    { key: 'column', content: 'Column', width: 20 },
    { key: 'value', content: 'Value', width: 25 },
    { key: 'message', content: 'Problem', width: 47 },
  ],
};

/** How many of the single problems are shown; the download has all of them. */
const SHOWN = 10;

export function ProblemTables(props: Props) {
  const { summary, setup, isBusy, cells, onColumns, onCells, onCorrected, onNewOptions, onJoin, onDownload } = props;
  const [correcting, setCorrecting] = useState<GroupName | null>(null);
  const [open, setOpen] = useState<RemedyGroup | null>(null);
  return (
    <Stack space="space.300">
      <Section title="Problems">
        <Inline spread="space-between" alignBlock="center" space="space.200" rowSpace="space.100" shouldWrap>
          <Text color="color.text.subtle">The same problem in many rows is listed once.</Text>
          <LoadingButton isLoading={isBusy} onClick={onDownload}>
            Download problems
          </LoadingButton>
        </Inline>
        <Table
          minWidth={640}
          label="Problems by column and rule"
          head={groupHead}
          rows={summary.groups.map((group) => ({
            // A button that comes up in the place of another is not that: what was meant for the one doesn't reach it.
            key: JSON.stringify([group.column, group.message]),
            cells: [
              { key: 'rows', content: numberCell(formatCount(group.rows)) },
              { key: 'column', content: textCell(group.column ?? 'Whole row') },
              { key: 'message', content: textCell(group.message) },
              { key: 'first', content: numberCell(formatCount(group.firstRow)) },
              {
                key: 'remedy',
                content: (
                  <Offer
                    rows={group.rows}
                    group={remedyGroup(setup, group)}
                    joining={joiningOffered(setup, group)}
                    onJoin={onJoin}
                    canCorrect={group.isOfShape !== true && columnsToCorrect(setup, group).length > 0}
                    onCorrect={() => {
                      const { column, message } = group;
                      onCells({ column, message });
                      setCorrecting({ column, message });
                    }}
                    onOpen={setOpen}
                    onSkip={(at) => onColumns((now) => withSkipping(now, at))}
                  />
                ),
              },
            ],
          }))}
        />
        {correcting && (
          <CorrectModal
            group={correcting}
            headers={setup.columns.map(({ header }) => header)}
            rows={cells !== null && sameGroup(cells.group, correcting) ? cells.rows : null}
            onClose={() => setCorrecting(null)}
            onSave={(cells) => onCorrected((now) => withCorrected(now, asImported(cells, setup)))}
          />
        )}
        {open && (
          <ValuesModal
            group={open}
            onClose={() => setOpen(null)}
            onSave={async (chosen, newOptions) => {
              const imports = open.options === null ? typedImports(chosen, setup) : chosen;
              const map: MapColumns = (now) => (imports.size === 0 ? [...now] : withImports(now, open.index, imports));
              if (open.field === null || newOptions.length === 0) onColumns(map);
              else await onNewOptions(open.field, newOptions, map);
            }}
          />
        )}
      </Section>
      <Section title={summary.problemCount > SHOWN ? `The first ${SHOWN} of them` : 'Row by row'}>
        <Table
          minWidth={640}
          label="The first problems, row by row"
          head={problemHead}
          rows={summary.problems.slice(0, SHOWN).map(({ row, column, value, message }, index) => ({
            key: String(index),
            cells: [
              { key: 'row', content: numberCell(formatCount(row)) },
              { key: 'column', content: textCell(column ?? 'Whole row') },
              { key: 'value', content: textCell(value) },
              { key: 'message', content: textCell(message) },
            ],
          }))}
        />
      </Section>
    </Stack>
  );
}

/** Rows about the same are joined where they agree first; for those that don't, it's then offered that the later one counts. */
function joiningOffered(
  setup: ImportSetup,
  { isOfSame, isContradiction }: CheckSummary['groups'][number],
): Joining | null {
  if (!canJoinRows(setup)) return null;
  if (isOfSame === true && setup.joinsRows === undefined) return 'agreeing';
  return isContradiction === true && setup.joinsRows === 'agreeing' ? 'later-wins' : null;
}

interface OfferProps {
  rows: number;
  group: RemedyGroup | null;
  canCorrect: boolean;
  /** How its rows can be joined with earlier ones; null where they can't be, or are. */
  joining: Joining | null;
  onJoin: (joining: Joining) => void;
  onOpen: (group: RemedyGroup) => void;
  onSkip: (index: number) => void;
  onCorrect: () => void;
}

/** What can be done about a group of problems, at once and for all its rows, or cell by cell. */
function Offer({ rows, group, canCorrect, joining, onJoin, onOpen, onSkip, onCorrect }: OfferProps) {
  if (group === null && !canCorrect && joining === null)
    return <Text color="color.text.subtle">Correct the file, or leave these rows out.</Text>;
  const isFew = rows <= MAX_CORRECTED_ROWS;
  return (
    <Stack space="space.050">
      <Inline space="space.050" rowSpace="space.050" shouldWrap>
        {joining !== null && (
          <Button spacing="compact" onClick={() => onJoin(joining)}>
            {joining === 'agreeing'
              ? `Join with the earlier ${rows === 1 ? 'row' : 'rows'}`
              : `Use the later ${rows === 1 ? 'row' : 'rows'}`}
          </Button>
        )}
        {group !== null && group.values.length > 0 && (
          <Button spacing="compact" onClick={() => onOpen(group)}>
            {`Replace ${countOf(group.values.length, 'value')}`}
          </Button>
        )}
        {group?.canSkip === true && (
          <Button spacing="compact" onClick={() => onSkip(group.index)}>
            {`Import ${rows === 1 ? 'row' : 'rows'} without it`}
          </Button>
        )}
        {canCorrect && isFew && (
          <Button spacing="compact" onClick={onCorrect}>
            Correct cells
          </Button>
        )}
      </Inline>
      {canCorrect && !isFew && (
        <Text size="small" color="color.text.subtle">
          {`Cells of up to ${MAX_CORRECTED_ROWS} rows can be corrected here. For more, download the problems, correct that file and import it.`}
        </Text>
      )}
    </Stack>
  );
}
