import { Inline, LoadingButton, Text } from '@forge/react';
import React from 'react';
import type { JobView } from '../../../../contract/jobs';
import { Section } from '../../../shared/Section';
import type { FileFrame } from '../frame/use-file-frame';
import { wordsOf } from '../kind-words';

/** What a job kept of what it takes away, as one CSV. */
export function SavedRecords({ job, frame: { state, send } }: { job: JobView; frame: FileFrame }) {
  return (
    <Section title="Saved records">
      <Inline spread="space-between" alignBlock="center" space="space.200" rowSpace="space.100" shouldWrap>
        <Text color="color.text.subtle">
          {`What your site showed of the ${wordsOf(job).many} before each was removed. You can import the file again.`}
        </Text>
        <LoadingButton
          isLoading={state.activity?.doing === 'downloading'}
          isDisabled={!state.isReady}
          onClick={() => send({ type: 'download-saved', jobId: job.id, name: job.name })}
        >
          Download saved records
        </LoadingButton>
      </Inline>
    </Section>
  );
}
