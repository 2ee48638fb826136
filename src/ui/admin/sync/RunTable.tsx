import { Text } from '@forge/react';
import React from 'react';
import type { EndedRun, SyncView } from '../../../contract/syncs';
import { numberCell, numberHead } from '../../shared/cells';
import { formatCount } from '../../shared/format';
import { Section } from '../../shared/Section';
import { Table } from '../../shared/Table';
import { useNow } from '../../shared/use-now';
import { JobLinks } from './CurrentRun';
import { reasonCell, reasonWords, runCells } from './run-cells';
import { RunChart } from './RunChart';
import { TouchedRecords } from './TouchedRecords';
import { outcomeOf, touchedBy } from './words';

const head = {
  cells: [
    { key: 'no', content: numberHead('Run'), width: 5 },
    { key: 'when', content: 'When', width: 14 },
    { key: 'outcome', content: 'Outcome', width: 13 },
    { key: 'new', content: numberHead('New'), width: 7 },
    { key: 'changed', content: numberHead('Changed'), width: 10 },
    { key: 'unchanged', content: numberHead('Unchanged'), width: 13 },
    { key: 'vanished', content: numberHead('Vanished'), width: 10 },
    { key: 'failed', content: numberHead('Failed'), width: 7 },
    { key: 'more', content: 'Notes', width: 21 },
  ],
};

/** The last runs of a sync, the latest first, and whom the last of them touched. */
export function RunTable({ sync: { id, runs, run } }: { sync: SyncView }) {
  const now = useNow();
  const compared = runs.find(({ counts }) => counts !== null);
  const touched = compared?.counts == null ? 0 : touchedBy(compared.counts);
  return (
    <Section title="Runs">
      <RunChart runs={runs} />
      {runs.length === 0 ? (
        <Text color="color.text.subtle">Nothing has been delivered yet.</Text>
      ) : (
        <Table minWidth={760} label="Runs" head={head} rows={runs.map((one) => rowOf(one, now))} />
      )}
      {run === null && compared !== undefined && touched > 0 && (
        <Section title={`Records of run ${compared.no}`}>
          <TouchedRecords syncId={id} run={compared.no} total={touched} />
        </Section>
      )}
    </Section>
  );
}

function rowOf(run: EndedRun, now: number) {
  const { counts, jobs, roles } = run;
  const count = (key: 'new' | 'changed' | 'unchanged' | 'vanished') =>
    numberCell(counts === null ? '' : formatCount(counts[key]));
  return {
    key: String(run.no),
    cells: [
      ...runCells(run, outcomeOf(run), now),
      { key: 'new', content: count('new') },
      { key: 'changed', content: count('changed') },
      { key: 'unchanged', content: count('unchanged') },
      { key: 'vanished', content: count('vanished') },
      { key: 'failed', content: numberCell(counts === null ? '' : formatCount(counts.failed + counts.leftOut)) },
      reasonCell(reasonWords(run), <JobLinks jobs={jobs} {...(roles && { roles })} />),
    ],
  };
}
