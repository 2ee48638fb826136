import { Text } from '@forge/react';
import React from 'react';
import type { EndedRuleRun, RuleCounts } from '../../../../contract/rules';
import { numberCell, numberHead } from '../../../shared/cells';
import { formatCount } from '../../../shared/format';
import { Section } from '../../../shared/Section';
import { Table } from '../../../shared/Table';
import { useNow } from '../../../shared/use-now';
import { reasonCell, reasonWords, runCells } from '../run-cells';
import { outcomeOf } from './rule-words';
import { RuleJobs } from './RuleRun';

const numbers: readonly { key: keyof RuleCounts; title: string }[] = [
  { key: 'covered', title: 'Covered' },
  { key: 'grant', title: 'Grant' },
  { key: 'change', title: 'Change' },
  { key: 'revoke', title: 'Revoke' },
  { key: 'failed', title: 'Failed' },
];

const head = {
  cells: [
    { key: 'no', content: numberHead('Run'), width: 5 },
    { key: 'when', content: 'When', width: 14 },
    { key: 'outcome', content: 'Outcome', width: 16 },
    ...numbers.map(({ key, title }) => ({ key, content: numberHead(title), width: 9 })),
    { key: 'more', content: 'Details', width: 20 },
  ],
};

/** The last runs of a rule, the latest first. */
export function RuleRunTable({ runs }: { runs: readonly EndedRuleRun[] }) {
  const now = useNow();
  return (
    <Section title="Runs">
      {runs.length === 0 ? (
        <Text color="color.text.subtle">Nothing has run yet.</Text>
      ) : (
        <Table minWidth={760} label="Runs" head={head} rows={runs.map((run) => rowOf(run, now))} />
      )}
    </Section>
  );
}

function rowOf(run: EndedRuleRun, now: number) {
  const { counts, jobs } = run;
  return {
    key: String(run.no),
    cells: [
      ...runCells(run, outcomeOf(run), now),
      ...numbers.map(({ key }) => ({ key, content: numberCell(counts === null ? '' : formatCount(counts[key])) })),
      reasonCell(reasonWords(run), <RuleJobs jobs={jobs} />),
    ],
  };
}
