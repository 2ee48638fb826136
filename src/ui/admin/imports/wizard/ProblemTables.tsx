import { Button, Inline, LoadingButton, Stack, Text } from '@forge/react';
import React, { useState } from 'react';
import { numberCell, numberHead, textCell } from '../../../shared/cells';
import type { CheckSummary, ImportSetup } from '../../../../contract/file-frame';
import type { ImportColumn, ImportField } from '../../../../contract/imports';
import { countOf, formatCount } from '../../../shared/format';
import { Section } from '../../../shared/Section';
import { Table } from '../../../shared/Table';
import { ValuesModal } from './ValuesModal';
import { type RemedyGroup, remedyGroup, withImports, withSkipping } from './remedy-groups';

interface Props {
  summary: CheckSummary;
  setup: ImportSetup;
  isBusy: boolean;
  /** Takes columns that say more of cells with problems. */
  onColumns: (columns: ImportColumn[]) => void;
  /** Gives a field options that it lacks, and takes columns. */
  onNewOptions: (field: ImportField, options: readonly string[], columns: ImportColumn[]) => Promise<void>;
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

export function ProblemTables({ summary, setup, isBusy, onColumns, onNewOptions, onDownload }: Props) {
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
          rows={summary.groups.map((group, index) => ({
            key: String(index),
            cells: [
              { key: 'rows', content: numberCell(formatCount(group.rows)) },
              { key: 'column', content: textCell(group.column ?? 'Whole row') },
              { key: 'message', content: textCell(group.message) },
              { key: 'first', content: numberCell(formatCount(group.firstRow)) },
              {
                key: 'remedy',
                content: (
                  <Offer
                    group={remedyGroup(setup, group)}
                    onOpen={setOpen}
                    onSkip={(at) => onColumns(withSkipping(setup.columns, at))}
                  />
                ),
              },
            ],
          }))}
        />
        {open && (
          <ValuesModal
            group={open}
            onClose={() => setOpen(null)}
            onSave={async (imports, newOptions) => {
              const columns = imports.size === 0 ? setup.columns : withImports(setup.columns, open.index, imports);
              if (open.field === null || newOptions.length === 0) onColumns(columns);
              else await onNewOptions(open.field, newOptions, columns);
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

interface OfferProps {
  group: RemedyGroup | null;
  onOpen: (group: RemedyGroup) => void;
  onSkip: (index: number) => void;
}

/** What can be done about a group of problems, at once and for all its rows. */
function Offer({ group, onOpen, onSkip }: OfferProps) {
  if (group === null) return <Text color="color.text.subtle">Correct the file, or leave these rows out.</Text>;
  const { index, rows, values, canSkip } = group;
  const replace = `Replace ${countOf(values.length, 'value')}`;
  return (
    <Inline space="space.050" rowSpace="space.050" shouldWrap>
      {values.length > 0 && (
        <Button spacing="compact" onClick={() => onOpen(group)}>
          {replace}
        </Button>
      )}
      {canSkip && (
        <Button spacing="compact" onClick={() => onSkip(index)}>
          {`Import ${rows === 1 ? 'row' : 'rows'} without it`}
        </Button>
      )}
    </Inline>
  );
}
