import { Inline, SectionMessage, Spinner, Stack, Text } from '@forge/react';
import React from 'react';
import type { RuleView } from '../../../../contract/rules';
import { call } from '../../../shared/call';
import { countOf } from '../../../shared/format';
import { Section } from '../../../shared/Section';
import { TextLink } from '../../../shared/TextLink';
import { ApproveOrRefuse } from '../ApproveOrRefuse';
import { NamedChanges } from './NamedChanges';
import { countWords, coverWords } from './rule-words';

type Run = NonNullable<RuleView['run']>;

interface Props {
  rule: RuleView;
  run: Run;
  onChanged: (found: { rule: RuleView }) => void;
}

/** The run that is on its way, or waits for a person. */
export function RuleRun({ rule, run, onChanged }: Props) {
  if (run.phase === 'approval') return <Approval rule={rule} run={run} onChanged={onChanged} />;
  return (
    <Section title={run.isPreview ? 'Preview' : `Run ${run.no}`}>
      <Inline space="space.100" alignBlock="center">
        <Spinner size="small" label="" />
        <Text>{runningWords(run)}</Text>
      </Inline>
      <RuleJobs jobs={run.jobs} />
    </Section>
  );
}

function runningWords({ phase, read, counts }: Run): string {
  if (phase === 'reading') {
    const so = `${countOf(read.organizations, 'organization')} and ${countOf(read.customers, 'customer')} so far`;
    return `Comparing your site with the rule: ${so}.`;
  }
  return `Applying: ${counts === null ? '' : countWords(counts)}.`;
}

/** The jobs that a run is made of. */
export function RuleJobs({ jobs }: { jobs: readonly string[] }) {
  return (
    <Inline space="space.150" shouldWrap>
      {jobs.map((jobId, at) => (
        <TextLink key={jobId} to={['imports', jobId]}>
          {jobs.length === 1 ? 'Open the job' : `Open job ${at + 1}`}
        </TextLink>
      ))}
    </Inline>
  );
}

function Approval({ rule, run, onChanged }: Props) {
  const decision = { ruleId: rule.id, no: run.no };
  return (
    <Stack space="space.200">
      <SectionMessage appearance="warning" title={`Run ${run.no} waits for approval`}>
        <Text>
          {`It would change more than this rule may by itself. ${run.counts === null ? '' : coverWords(run.counts)} Nothing has been changed yet.`}
        </Text>
      </SectionMessage>
      {run.counts !== null && <NamedChanges ruleId={rule.id} no={run.no} counts={run.counts} />}
      <ApproveOrRefuse
        onApprove={async () => onChanged(await call('rules.approve', decision))}
        onRefuse={async () => onChanged(await call('rules.refuse', decision))}
        refused="Nothing was changed."
      />
    </Stack>
  );
}
