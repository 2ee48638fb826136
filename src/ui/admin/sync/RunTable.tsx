import { Box, Lozenge, Stack, Text } from '@forge/react';
import React from 'react';
import type { EndedRun } from '../../../contract/syncs';
import { numberCell, numberHead } from '../../shared/cells';
import { formatCount } from '../../shared/format';
import { Moment } from '../../shared/Moment';
import { Section } from '../../shared/Section';
import { Table } from '../../shared/Table';
import { useNow } from '../../shared/use-now';
import { JobLinks } from './CurrentRun';
import { outcomeOf } from './words';

const head = {
  cells: [
    { key: 'when', content: 'When', width: 14 },
    { key: 'outcome', content: 'Outcome', width: 13 },
    { key: 'new', content: numberHead('New'), width: 8 },
    { key: 'changed', content: numberHead('Changed'), width: 9 },
    { key: 'unchanged', content: numberHead('Unchanged'), width: 10 },
    { key: 'vanished', content: numberHead('Vanished'), width: 9 },
    { key: 'failed', content: numberHead('Failed'), width: 8 },
    { key: 'more', content: 'What is to be known', width: 29 },
  ],
};

/** The last runs of a sync, the latest first. */
export function RunTable({ runs }: { runs: readonly EndedRun[] }) {
  const now = useNow();
  return (
    <Section title="Runs">
      {runs.length === 0 ? (
        <Text color="color.text.subtle">Nothing has been delivered yet.</Text>
      ) : (
        <Table minWidth={760} label="Runs" head={head} rows={runs.map((run) => rowOf(run, now))} />
      )}
    </Section>
  );
}

function rowOf(run: EndedRun, now: number) {
  const outcome = outcomeOf(run);
  const { counts, reason, jobs } = run;
  const count = (key: 'new' | 'changed' | 'unchanged' | 'vanished') =>
    numberCell(counts === null ? '' : formatCount(counts[key]));
  return {
    key: String(run.no),
    cells: [
      {
        key: 'when',
        content: (
          <Box>
            <Moment time={run.endedAt} now={now} />
          </Box>
        ),
      },
      {
        key: 'outcome',
        content: (
          <Box>
            <Lozenge appearance={outcome.appearance}>{outcome.words}</Lozenge>
          </Box>
        ),
      },
      { key: 'new', content: count('new') },
      { key: 'changed', content: count('changed') },
      { key: 'unchanged', content: count('unchanged') },
      { key: 'vanished', content: count('vanished') },
      { key: 'failed', content: numberCell(counts === null ? '' : formatCount(counts.failed + counts.leftOut)) },
      {
        key: 'more',
        content: (
          <Stack space="space.050">
            {reason !== '' && <Text>{reason}</Text>}
            <JobLinks jobs={jobs} />
          </Stack>
        ),
      },
    ],
  };
}
