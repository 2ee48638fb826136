import { Inline, ProgressBar, Stack, Text, Tooltip } from '@forge/react';
import React from 'react';
import type { JobView } from '../../../../contract/jobs';
import { formatCount, formatPercent } from '../../../shared/format';
import { Announcement } from '../../../shared/Skeleton';
import { countMeanings, doneRows, paceWords, progressAnnouncement, progressWords, rowCounts } from './job-words';
import { WaitLine } from './WaitLine';

export function JobProgress({ job }: { job: JobView }) {
  const done = doneRows(job.tally);
  const { accepted } = job.rows;
  const meanings = countMeanings(job);
  return (
    <Stack space="space.150">
      <Announcement text={progressAnnouncement(job)} />
      <ProgressBar
        value={accepted === 0 ? 0 : done / accepted}
        appearance={job.state === 'finished' && job.tally.succeeded === accepted ? 'success' : 'default'}
        ariaLabel={`${formatPercent(done, accepted)} of rows done`}
      />
      <Inline spread="space-between" space="space.200" rowSpace="space.050" shouldWrap>
        <Text weight="medium">{progressWords(job)}</Text>
        <Text color="color.text.subtle">{paceWords(job)}</Text>
      </Inline>
      <Inline space="space.300" rowSpace="space.100" shouldWrap>
        {rowCounts(job).map(({ key, rows }) => (
          <Tooltip key={key} content={meanings[key]}>
            <Stack>
              <Text color="color.text.subtle" size="small">
                {key.charAt(0).toUpperCase() + key.slice(1)}
              </Text>
              <Text size="large" weight="medium">
                {formatCount(rows)}
              </Text>
            </Stack>
          </Tooltip>
        ))}
      </Inline>
      {job.waiting && <WaitLine waiting={job.waiting} />}
    </Stack>
  );
}
