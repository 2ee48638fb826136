import { Inline, ProgressBar, Stack, Text } from '@forge/react';
import React, { useCallback } from 'react';
import type { JobSummary, JobView } from '../../../contract/jobs';
import { call } from '../../shared/call';
import { Failure } from '../../shared/Failure';
import { countOf, formatCount, formatPercent } from '../../shared/format';
import { Section } from '../../shared/Section';
import { TextLink } from '../../shared/TextLink';
import { useResource } from '../../shared/use-resource';
import { JobLozenge } from '../imports/JobLozenge';
import { paceWords, pollDelay, settledRows, waitWords } from '../imports/job/job-words';

/** The jobs that move. Only the first has its turn, so only of it more is asked. */
export function RunningNow({ jobs }: { jobs: readonly JobSummary[] }) {
  const [first, ...others] = jobs;
  return (
    <Section title="Running now">
      {first === undefined && <Text color="color.text.subtle">Nothing.</Text>}
      {first && <RunningJob key={first.id} job={first} />}
      {others.map((job) => (
        <Inline key={job.id} space="space.100" alignBlock="center" shouldWrap>
          <TextLink to={['imports', job.id]}>{job.name}</TextLink>
          <JobLozenge job={job} />
          <Text color="color.text.subtle">{countOf(job.rows.accepted, 'row')}</Text>
        </Inline>
      ))}
    </Section>
  );
}

function details(view: JobView | null): string {
  if (view === null) return '';
  return [paceWords(view), view.waiting ? waitWords(view.waiting) : ''].filter(Boolean).join(' · ');
}

function RunningJob({ job }: { job: JobSummary }) {
  const load = useCallback(() => call('jobs.get', { jobId: job.id }), [job.id]);
  const { data, error, reload } = useResource(load, pollDelay);
  const { tally, rows } = data ?? job;
  const settled = settledRows(tally);
  return (
    <Stack space="space.100">
      <Inline spread="space-between" alignBlock="center" space="space.100" shouldWrap>
        <TextLink to={['imports', job.id]}>{job.name}</TextLink>
        <JobLozenge job={data ?? job} />
      </Inline>
      <ProgressBar
        value={rows.accepted === 0 ? 0 : settled / rows.accepted}
        ariaLabel={`${job.name}: ${formatPercent(settled, rows.accepted)} of the rows are settled`}
      />
      <Text color="color.text.subtle">
        {[`${formatCount(settled)} of ${countOf(rows.accepted, 'row')}`, details(data)].filter(Boolean).join(' · ')}
      </Text>
      {error && <Failure error={error} onRetry={reload} />}
    </Stack>
  );
}
