import { Inline, LoadingButton, Text } from '@forge/react';
import React from 'react';
import type { JobView } from '../../../../contract/jobs';
import { formatCount } from '../../../shared/format';
import { Section } from '../../../shared/Section';
import type { FileFrame } from '../frame/use-file-frame';
import { keptWords, resultsWords } from './job-words';

/** All rows of an import that has ended, as one CSV. */
export function Results({ job, frame: { state, send } }: { job: JobView; frame: FileFrame }) {
  const { activity } = state;
  const kept = keptWords(job);
  const isDownloading = activity?.doing === 'downloading';
  return (
    <Section title="Results">
      <Inline spread="space-between" alignBlock="center" space="space.200" rowSpace="space.100" shouldWrap>
        <Text color="color.text.subtle">
          {isDownloading && activity.rows > 0
            ? `${formatCount(activity.rows)} of ${formatCount(job.rows.total)} rows`
            : resultsWords(job)}
        </Text>
        <LoadingButton
          isLoading={isDownloading}
          isDisabled={!state.isReady}
          onClick={() => send({ type: 'download-results', jobId: job.id, name: job.name })}
        >
          Download all results
        </LoadingButton>
      </Inline>
      {kept !== null && <Text color="color.text.subtle">{kept}</Text>}
    </Section>
  );
}
