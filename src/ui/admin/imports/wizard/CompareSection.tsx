import { Button, Inline, List, ListItem, RadioGroup, Stack, Text } from '@forge/react';
import React, { useState } from 'react';
import type { CheckSummary, ComparedBy, Comparison, ImportSetup } from '../../../../contract/file-frame';
import { kindOf } from '../../../../domain/kinds';
import type { ImportKind } from '../../../../domain/kinds/kind';
import { numberCell, numberHead, textCell } from '../../../shared/cells';
import { countOf, formatCount } from '../../../shared/format';
import { PAGE_SIZE, Pages } from '../../../shared/Pages';
import { Section } from '../../../shared/Section';
import { Announcement } from '../../../shared/Skeleton';
import { Table } from '../../../shared/Table';
import { useNow } from '../../../shared/use-now';
import { useStatus } from '../../directory/use-status';
import { relatedHeaders } from './related-words';
import {
  UNSEEN,
  type Way,
  canCompare,
  comparedLines,
  comparedWithWords,
  costWords,
  proposedWay,
  siteRequests,
  wayLabels,
  withoutDirectory,
} from './comparison';

interface Props {
  setup: ImportSetup;
  summary: CheckSummary;
  /** Null where the rows were not compared. */
  comparison: Comparison | null;
  isBusy: boolean;
  onCompare: (by: ComparedBy) => void;
}

/** Tells of each row what it would do to the site, before anything is sent. */
export function CompareSection({ setup, summary, comparison, isBusy, onCompare }: Props) {
  const { kind: kindId, operation, columns } = setup;
  const kind = kindOf(kindId);
  const now = useNow();
  const kept = useStatus().data?.kept ?? null;
  const [chosen, setChosen] = useState<Way | null>(null);
  if (!canCompare(kind, operation) || summary.ready === 0) return null;
  const without = withoutDirectory(kind, columns, kept);
  const way = without === null ? (chosen ?? wayOf(comparison) ?? proposedWay(summary.ready)) : 'site';
  const cost = without === null ? '' : costWords(columns, summary.ready, kept !== null);
  const others = relatedHeaders(columns);
  return (
    <Section title="Compare with your site">
      <Stack space="space.150">
        <Text color="color.text.subtle">{`See what is new, what changes and what stays the same.${cost}`}</Text>
        {without === null && kept !== null && (
          <Ways way={way} labels={wayLabels(columns, summary.ready, kept, now)} onWay={setChosen} />
        )}
        {typeof without === 'string' && <Text color="color.text.subtle">{without}</Text>}
        <Inline>
          <Button isDisabled={isBusy} onClick={() => onCompare(way)}>
            {comparison === null ? 'Compare with your site' : 'Compare again'}
          </Button>
        </Inline>
        {others.length > 0 && (
          <Text color="color.text.subtle">{`Not compared, and always sent: ${others.join(', ')}.`}</Text>
        )}
        {comparison && <Compared kind={kind} comparison={comparison} />}
        {comparison !== null && comparison.unread > 0 && (
          <Unread
            requests={siteRequests(columns, comparison.unread, false)}
            rows={comparison.unread}
            isBusy={isBusy}
            onRead={() => onCompare('directory-first')}
          />
        )}
      </Stack>
    </Section>
  );
}

/** The way of the comparison that is on the page. */
function wayOf(comparison: Comparison | null): Way | null {
  if (comparison === null) return null;
  return comparison.asOf === undefined ? 'site' : 'directory';
}

interface WaysProps {
  way: Way;
  labels: Record<Way, string>;
  onWay: (way: Way) => void;
}

function Ways({ way, labels, onWay }: WaysProps) {
  const ways: readonly Way[] = ['directory', 'site'];
  return (
    <Stack space="space.050">
      <RadioGroup
        name="compare-with"
        value={way}
        options={ways.map((value) => ({ name: 'compare-with', value, label: labels[value] }))}
        onChange={(event) => onWay(event.target.value === 'site' ? 'site' : 'directory')}
      />
      <Text color="color.text.subtle">{way === 'directory' ? UNSEEN : 'You can stop it.'}</Text>
    </Stack>
  );
}

interface UnreadProps {
  rows: number;
  requests: number;
  isBusy: boolean;
  onRead: () => void;
}

/** Offers to read of the site what the directory doesn't tell of. */
function Unread({ rows, requests, isBusy, onRead }: UnreadProps) {
  return (
    <Stack space="space.100">
      <Inline>
        <Button isDisabled={isBusy} onClick={onRead}>
          {`Compare ${rows === 1 ? 'that row' : 'those rows'} with your site`}
        </Button>
      </Inline>
      <Text color="color.text.subtle">
        {`It takes up to ${countOf(requests, 'request')}. Otherwise they’re sent as they are.`}
      </Text>
    </Stack>
  );
}

function Compared({ kind, comparison }: { kind: ImportKind; comparison: Comparison }) {
  const { changedRows, failingRows } = comparison;
  const [by, lines] = [comparedWithWords(comparison), comparedLines(comparison, kind)];
  const changed = changedRows.flatMap(({ row, label, differences }) =>
    differences.map(({ part, was, will }) => ({ key: `${row} ${part}`, row, cells: [label, part, was, will] })),
  );
  const failing = failingRows.map(({ row, label, message }) => ({ key: String(row), row, cells: [label, message] }));
  return (
    <Stack space="space.150">
      <Announcement text={[by, ...lines].join(' ')} />
      <Text>{by}</Text>
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
