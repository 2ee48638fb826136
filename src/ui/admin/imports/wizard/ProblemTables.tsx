import { Inline, LoadingButton, Stack, Text } from '@forge/react';
import React from 'react';
import { numberCell, numberHead, textCell } from '../../../shared/cells';
import type { CheckSummary } from '../../../../contract/file-frame';
import { formatCount } from '../../../shared/format';
import { Section } from '../../../shared/Section';
import { Table } from '../../../shared/Table';

interface Props {
  summary: CheckSummary;
  isBusy: boolean;
  onDownload: () => void;
}

const groupHead = {
  cells: [
    { key: 'rows', content: numberHead('Rows'), width: 8 },
    { key: 'column', content: 'Column', width: 20 },
    { key: 'message', content: 'Problem', width: 55 },
    { key: 'first', content: numberHead('First in row'), width: 17 },
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

export function ProblemTables({ summary, isBusy, onDownload }: Props) {
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
          rows={summary.groups.map(({ rows, column, message, firstRow }, index) => ({
            key: String(index),
            cells: [
              { key: 'rows', content: numberCell(formatCount(rows)) },
              { key: 'column', content: textCell(column ?? 'Whole row') },
              { key: 'message', content: textCell(message) },
              { key: 'first', content: numberCell(formatCount(firstRow)) },
            ],
          }))}
        />
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
