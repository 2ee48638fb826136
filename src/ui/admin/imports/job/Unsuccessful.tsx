import { Inline, LoadingButton, Text } from '@forge/react';
import React, { useEffect } from 'react';
import type { JobView } from '../../../../contract/jobs';
import { flagSuccess } from '../../../shared/flag';
import { countOf } from '../../../shared/format';
import { Section } from '../../../shared/Section';
import { FrameFailure } from '../frame/FrameFailure';
import { useFileFrame } from '../frame/use-file-frame';
import { downloadWords, unsuccessfulRows } from './job-words';
import { ReasonTable } from './ReasonTable';

/** The rows that did not succeed: why, and as a CSV in the layout of the file they came from. */
export function Unsuccessful({ job }: { job: JobView }) {
  const { state, send } = useFileFrame();
  const rows = unsuccessfulRows(job);
  const { listed, doubt } = downloadWords(job);
  useEffect(() => {
    if (state.downloadedRows !== null) flagSuccess(`${countOf(state.downloadedRows, 'row')} downloaded`);
  }, [state.downloadedRows]);
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
      {state.failure && <FrameFailure failure={state.failure} />}
      <ReasonTable
        job={job}
        onDownload={(only) => send({ type: 'download-unsuccessful', jobId: job.id, name: job.name, only })}
      />
    </Section>
  );
}
