import { Inline, LoadingButton, Text } from '@forge/react';
import React from 'react';
import type { JobView } from '../../../../contract/jobs';
import { Section } from '../../../shared/Section';
import type { FileFrame } from '../frame/use-file-frame';
import { downloadWords, unsuccessfulRows } from './job-words';
import { ReasonTable } from './ReasonTable';

/** The rows that did not succeed: why, and as a CSV in the layout of the file they came from. */
export function Unsuccessful({ job, frame: { state, send } }: { job: JobView; frame: FileFrame }) {
  const rows = unsuccessfulRows(job);
  const { listed, doubt } = downloadWords(job);
  if (rows === 0) return null;
  return (
    <Section title="Unsuccessful rows by reason">
      <Inline spread="space-between" alignBlock="center" space="space.200" rowSpace="space.100" shouldWrap>
        <Text color="color.text.subtle">{listed}</Text>
        <LoadingButton
          isLoading={state.activity?.doing === 'downloading'}
          isDisabled={!state.isReady}
          onClick={() => send({ type: 'download-unsuccessful', jobId: job.id, name: job.name })}
        >
          Download unsuccessful rows
        </LoadingButton>
      </Inline>
      {doubt !== null && <Text color="color.text.subtle">{doubt}</Text>}
      <ReasonTable
        job={job}
        onDownload={(only) => send({ type: 'download-unsuccessful', jobId: job.id, name: job.name, only })}
      />
    </Section>
  );
}
