import { Inline, ProgressBar, Stack, Text } from '@forge/react';
import React, { useCallback } from 'react';
import type { JobSummary, JobView, ListedJob } from '../../../contract/jobs';
import { call } from '../../shared/call';
import { Failure } from '../../shared/Failure';
import { countOf, formatPercent } from '../../shared/format';
import { TextLink } from '../../shared/TextLink';
import { useResource } from '../../shared/use-resource';
import { JobLozenge } from '../imports/JobLozenge';
import { doneRows, paceWords, pollDelay, progressWords, waitWords } from '../imports/job/job-words';
import { idleWords, runningOf } from './overview-jobs';

/** Of the latest jobs, those that move. Only the first has its turn, so only of it more is asked. */
export function RunningNow({ latest }: { latest: readonly ListedJob[] }) {
  const [first, ...others] = runningOf(latest);
  return (
    <Stack space="space.150">
      {first === undefined && <Text color="color.text.subtle">{idleWords(latest)}</Text>}
      {first && <RunningJob key={first.id} job={first} />}
      {others.map((job) => (
        <Inline key={job.id} space="space.100" alignBlock="center" shouldWrap>
          <TextLink to={['imports', job.id]} maxLines={1}>
            {job.name}
          </TextLink>
          <JobLozenge job={job} />
          <Text color="color.text.subtle">{countOf(job.rows.accepted, 'row')}</Text>
        </Inline>
      ))}
    </Stack>
  );
}

function RunningJob({ job }: { job: JobSummary }) {
  const load = useCallback(() => call('jobs.get', { jobId: job.id }), [job.id]);
  const { data, error, reload } = useResource(load, pollDelay);
  const latest = data ?? job;
  const { tally, rows } = latest;
  const done = doneRows(tally);
  return (
    <Stack space="space.100">
      <Inline spread="space-between" alignBlock="center" space="space.100" shouldWrap>
        <TextLink to={['imports', job.id]} maxLines={1}>
          {job.name}
        </TextLink>
        <JobLozenge job={latest} />
      </Inline>
      <ProgressBar
        value={rows.accepted === 0 ? 0 : done / rows.accepted}
        ariaLabel={`${job.name}: ${formatPercent(done, rows.accepted)} of rows done`}
      />
      <Text>{progressWords(latest)}</Text>
      {data && <Pace job={data} />}
      {error && <Failure error={error} onRetry={reload} />}
    </Stack>
  );
}

/** How fast it goes, and what it waits for. */
function Pace({ job }: { job: JobView }) {
  const pace = paceWords(job);
  return (
    <Stack space="space.050">
      {pace !== '' && <Text color="color.text.subtle">{pace}</Text>}
      {job.waiting && <Text color="color.text.subtle">{waitWords(job.waiting)}</Text>}
    </Stack>
  );
}
