import { Inline, ProgressBar, SectionMessage, Stack, Text } from '@forge/react';
import React, { useState } from 'react';
import type { CheckSummary } from '../../../../contract/file-frame';
import type { ImportKind } from '../../../../domain/kinds/kind';
import { numberCell, numberHead, textCell } from '../../../shared/cells';
import { Failure } from '../../../shared/Failure';
import { formatCount } from '../../../shared/format';
import { PAGE_SIZE, Pages } from '../../../shared/Pages';
import { Section } from '../../../shared/Section';
import { Announcement } from '../../../shared/Skeleton';
import { Table } from '../../../shared/Table';
import { type GoingRow, failingWords, goingCell, goingRows, goingTitle, lookedUpWords } from './going';
import type { GoingFound } from './use-going';

interface Props {
  kind: ImportKind;
  summary: CheckSummary;
  going: GoingFound;
}

/** Who goes with the rows of a file, before anything starts. */
export function GoingTable({ kind, summary, going: { rows, found, error, retry } }: Props) {
  const [page, setPage] = useState(0);
  if (rows.length === 0) return null;
  const all = goingRows(rows, found, kind);
  const failing = failingWords(all);
  const words = lookedUpWords(found.length, rows.length, summary);
  const isLooking = found.length < rows.length && error === null;
  return (
    <Section title={goingTitle(kind)}>
      <Stack space="space.150">
        {isLooking && <ProgressBar value={found.length / rows.length} ariaLabel="Looking up rows" />}
        <Text color="color.text.subtle">{words}</Text>
        {failing && (
          <SectionMessage appearance="warning" title={failing.title}>
            <Stack space="space.050">
              <Text>{failing.rows}</Text>
              <Text>The table says why. Nothing is removed for such a row.</Text>
            </Stack>
          </SectionMessage>
        )}
        {error && <Failure error={error} title="Not all rows could be looked up" onRetry={retry} />}
        <Table
          minWidth={640}
          label={goingTitle(kind)}
          head={headOf(kind)}
          rows={all.slice(page * PAGE_SIZE, (page + 1) * PAGE_SIZE).map((row) => rowOf(kind, row))}
        />
        <Inline alignInline="center">
          <Pages label="Pages of rows" total={all.length} page={page} onPage={setPage} />
        </Inline>
        {!isLooking && <Announcement text={words} />}
      </Stack>
    </Section>
  );
}

const ROW_WIDTH = 8;
const NAME_WIDTH = 30;
const COUNT_WIDTH = 14;

const isCount = (part: string): boolean => part === 'customers' || part === 'entitlements';

function headOf({ words, goes = [] }: ImportKind) {
  const isAboutCustomer = goes.some(({ part }) => part === 'email');
  const counts = goes.filter(({ part }) => isCount(part)).length;
  const textWidth = (100 - ROW_WIDTH - NAME_WIDTH - counts * COUNT_WIDTH) / Math.max(1, goes.length - counts);
  return {
    cells: [
      { key: 'row', content: numberHead('Row'), width: ROW_WIDTH },
      { key: 'name', content: isAboutCustomer ? 'Customer' : capital(words.one), width: NAME_WIDTH },
      ...goes.map(({ part, head }) => ({
        key: part,
        content: isCount(part) ? numberHead(head) : head,
        width: isCount(part) ? COUNT_WIDTH : Math.floor(textWidth),
      })),
    ],
  };
}

function rowOf({ goes = [] }: ImportKind, { row, going, problem }: GoingRow) {
  return {
    key: String(row),
    cells: [
      { key: 'row', content: numberCell(formatCount(row)) },
      { key: 'name', content: <NameCell going={going} problem={problem} /> },
      ...goes.map(({ part }) => {
        const text = going === null ? '' : goingCell(going, part);
        return { key: part, content: isCount(part) ? numberCell(text) : textCell(text) };
      }),
    ],
  };
}

function NameCell({ going, problem }: Pick<GoingRow, 'going' | 'problem'>) {
  if (going === null && problem === null) return <Text color="color.text.subtlest">Not looked up yet</Text>;
  return (
    <Stack>
      {going !== null && textCell(going.name)}
      {problem !== null && <Text color="color.text.danger">{problem}</Text>}
    </Stack>
  );
}

const capital = (word: string): string => `${word.charAt(0).toUpperCase()}${word.slice(1)}`;
