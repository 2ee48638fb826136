import { Button, Inline, List, ListItem, Stack, Text } from '@forge/react';
import React, { useState } from 'react';
import type { CheckSummary, Comparison, ImportSetup } from '../../../../contract/file-frame';
import { kindOf } from '../../../../domain/kinds';
import { numberCell, numberHead, textCell } from '../../../shared/cells';
import { formatCount } from '../../../shared/format';
import { PAGE_SIZE, Pages } from '../../../shared/Pages';
import { Section } from '../../../shared/Section';
import { Announcement } from '../../../shared/Skeleton';
import { Table } from '../../../shared/Table';
import { useStatus } from '../../directory/use-status';
import { relatedHeaders } from './related-words';
import { canCompare, comparedLines, costWords } from './comparison';

interface Props {
  setup: ImportSetup;
  summary: CheckSummary;
  /** Null where the rows were not compared. */
  comparison: Comparison | null;
  isBusy: boolean;
  onCompare: () => void;
}

/** Tells of each row what it would do to the site, before anything is sent. */
export function CompareSection({ setup, summary, comparison, isBusy, onCompare }: Props) {
  const kind = kindOf(setup.kind);
  const directory = useStatus();
  if (!canCompare(kind, setup.operation) || summary.ready === 0) return null;
  const others = relatedHeaders(setup.columns);
  return (
    <Section title="Compare with your site">
      <Stack space="space.150">
        <Text color="color.text.subtle">
          {`See what is new, what changes and what stays the same.${costWords(setup.columns, summary.ready, directory.data?.kept != null)}`}
        </Text>
        <Inline>
          <Button isDisabled={isBusy} onClick={onCompare}>
            {comparison === null ? 'Compare with your site' : 'Compare again'}
          </Button>
        </Inline>
        {others.length > 0 && (
          <Text color="color.text.subtle">{`Not compared, and always sent: ${others.join(', ')}.`}</Text>
        )}
        {comparison && <Compared lines={comparedLines(comparison, kind)} comparison={comparison} />}
      </Stack>
    </Section>
  );
}

function Compared({ lines, comparison }: { lines: readonly string[]; comparison: Comparison }) {
  const { changedRows, failingRows } = comparison;
  const changed = changedRows.flatMap(({ row, label, differences }) =>
    differences.map(({ part, was, will }) => ({ key: `${row} ${part}`, row, cells: [label, part, was, will] })),
  );
  const failing = failingRows.map(({ row, label, message }) => ({ key: String(row), row, cells: [label, message] }));
  return (
    <Stack space="space.150">
      <Announcement text={lines.join(' ')} />
      <List type="unordered">
        {lines.map((line) => (
          <ListItem key={line}>{line}</ListItem>
        ))}
      </List>
      <Rows
        label={comparison.changed > changedRows.length ? `What the first ${changedRows.length} change` : 'What changes'}
        heads={['Record', 'Field', 'On your site', 'In the file']}
        rows={changed}
      />
      <Rows label="Rows that don’t fit" heads={['Record', 'Why']} rows={failing} />
    </Stack>
  );
}

interface RowsProps {
  label: string;
  heads: readonly string[];
  rows: readonly { key: string; row: number; cells: readonly string[] }[];
}

const ROW_WIDTH = 8;

function Rows({ label, heads, rows }: RowsProps) {
  const [page, setPage] = useState(0);
  if (rows.length === 0) return null;
  const width = Math.floor((100 - ROW_WIDTH) / heads.length);
  return (
    <Stack space="space.100">
      <Text weight="medium">{label}</Text>
      <Table
        minWidth={640}
        label={label}
        head={{
          cells: [
            { key: 'row', content: numberHead('Row'), width: ROW_WIDTH },
            ...heads.map((content) => ({ key: content, content, width })),
          ],
        }}
        rows={rows.slice(page * PAGE_SIZE, (page + 1) * PAGE_SIZE).map(({ key, row, cells }) => ({
          key,
          cells: [
            { key: 'row', content: numberCell(formatCount(row)) },
            ...cells.map((text, at) => ({ key: heads[at] ?? '', content: textCell(text) })),
          ],
        }))}
      />
      <Inline alignInline="center">
        <Pages label={`Pages of ${label.toLowerCase()}`} total={rows.length} page={page} onPage={setPage} />
      </Inline>
    </Stack>
  );
}
