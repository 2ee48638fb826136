import { Inline, ModalTransition, Stack, Text } from '@forge/react';
import React, { useCallback, useEffect, useState } from 'react';
import type { JobView } from '../../../../contract/jobs';
import { findKind } from '../../../../domain/kinds';
import { call } from '../../../shared/call';
import { isPassing } from '../../../shared/call-error';
import { Failure } from '../../../shared/Failure';
import { flagSuccess } from '../../../shared/flag';
import { countOf, formatRelative } from '../../../shared/format';
import { PageHeader } from '../../../shared/PageHeader';
import { Skeleton } from '../../../shared/Skeleton';
import { TextLink } from '../../../shared/TextLink';
import { useNow } from '../../../shared/use-now';
import { type Resource, useResource } from '../../../shared/use-resource';
import { FileFrameBox } from '../frame/FileFrameBox';
import { FrameFailure } from '../frame/FrameFailure';
import { type FileFrame, useFileFrame } from '../frame/use-file-frame';
import { useGoToStartedJob } from '../frame/use-go-to-started-job';
import { JobLozenge } from '../JobLozenge';
import { operationOfJob, wordsOf } from '../kind-words';
import { AttentionMessage } from './AttentionMessage';
import { Batches } from './Batches';
import { JobActions } from './JobActions';
import { JobProgress } from './JobProgress';
import { RetryModal } from './RetryModal';
import { Results } from './Results';
import { SavedRecords } from './SavedRecords';
import { Unreached } from './Unreached';
import { Unsuccessful } from './Unsuccessful';
import { UndoModal } from './UndoModal';
import { notUndoableWords } from './job-actions';
import { hasEnded, isMadeByApp, movesByItself, pollDelay } from './job-words';

export function JobPage({ jobId }: { jobId: string }) {
  const load = useCallback(() => call('jobs.get', { jobId }), [jobId]);
  const job = useResource(load, pollDelay);
  return (
    <Stack space="space.300">
      <Inline>
        <TextLink to={['imports']}>← Imports</TextLink>
      </Inline>
      {job.error &&
        (isPassing(job.error) ? (
          <Unreached error={job.error} job={job.data} onRetry={job.reload} />
        ) : (
          <Failure error={job.error} onRetry={job.reload} />
        ))}
      {job.data ? (
        <JobContent job={job.data} resource={job} />
      ) : (
        <PageHeader title="Import" purpose="Progress, and the outcome of every row." />
      )}
      {!job.data && !job.error && <Skeleton lines={6} label="Loading the import" />}
      {job.data && <Batches job={job.data} />}
      <FileFrameBox isShown={false} />
    </Stack>
  );
}

function JobContent({ job, resource }: { job: JobView; resource: Resource<JobView> }) {
  const now = useNow();
  const frame = useDownloads();
  useGoToStartedJob(frame);
  const [isRetrying, setRetrying] = useState(false);
  const [isUndoing, setUndoing] = useState(false);
  return (
    <Stack space="space.300">
      <PageHeader
        title={job.name}
        // The clocks of the site and of the browser differ: nothing was started in the future.
        purpose={`${wordsOf(job).title} · ${operationOfJob(job).name} · started by ${job.startedBy.name} ${formatRelative(Math.min(job.createdAt, now), now)}`}
        actions={
          <Inline space="space.100" rowSpace="space.100" alignBlock="center" shouldWrap>
            <JobLozenge job={job} />
            <JobActions
              job={job}
              resource={resource}
              onRetry={() => setRetrying(true)}
              onUndo={() => setUndoing(true)}
            />
          </Inline>
        }
      />
      <Maker job={job} />
      <Kin job={job} />
      {job.attention && <AttentionMessage job={job} attention={job.attention} onContinued={resource.replace} />}
      <JobProgress job={job} />
      <StateHint job={job} />
      {frame.state.failure && !isRetrying && <FrameFailure failure={frame.state.failure} />}
      <Unsuccessful job={job} frame={frame} />
      {job.state !== 'not-started' && hasEnded(job.state) && <Results job={job} frame={frame} />}
      {job.startedAt !== null && findKind(job.kind)?.removes === true && <SavedRecords job={job} frame={frame} />}
      <ModalTransition>
        {isUndoing && <UndoModal job={job} onClose={() => setUndoing(false)} />}
        {isRetrying && <RetryModal job={job} frame={frame} onClose={() => setRetrying(false)} />}
      </ModalTransition>
    </Stack>
  );
}

/** The way to the sync or the entitlement rule that has made it. */
function Maker({ job: { syncId, ruleId } }: { job: JobView }) {
  if (syncId === null && ruleId === null) return null;
  return (
    <Inline>
      {syncId !== null && <TextLink to={['sync', syncId]}>Open the sync of this import</TextLink>}
      {ruleId !== null && <TextLink to={['sync', 'rules', ruleId]}>Open the rule of this import</TextLink>}
    </Inline>
  );
}

/** The jobs that this one retries, undoes or comes after, and those that come after it or undo it. */
function Kin({ job: { retryOf, undoOf, undoneBy, after, followers } }: { job: JobView }) {
  const kin = [
    ...(retryOf ? [{ words: 'Retries rows of', job: retryOf }] : []),
    ...(undoOf ? [{ words: 'Undoes', job: undoOf }] : []),
    ...(after ? [{ words: 'Starts after', job: after }] : []),
    ...followers.map((job) => ({ words: 'Followed by', job })),
    ...undoneBy.map((job) => ({ words: 'Undone by', job })),
  ];
  return kin.map(({ words, job }) => (
    <Inline key={`${words} ${job.id}`} space="space.050">
      <Text>{words}</Text>
      <TextLink to={['imports', job.id]}>{job.name}</TextLink>
    </Inline>
  ));
}

/** What a person can count on, or has to do, while the import is in this state. */
function StateHint({ job }: { job: JobView }) {
  const { state, batches, after } = job;
  if (movesByItself(state))
    return <Text color="color.text.subtle">The import runs on the server. You can close this page.</Text>;
  if (state === 'paused' && job.isHeld && after !== null)
    return (
      <Text color="color.text.subtle">
        {`It begins automatically once “${after.name}” has finished. If that one was cancelled, resume or cancel this one.`}
      </Text>
    );
  if (state === 'paused')
    return (
      <Text color="color.text.subtle">
        {batches.inFlight > 0
          ? 'Nothing more is sent. Requests under way are tracked to the end.'
          : 'Nothing more is sent until you resume the import. Other imports can run meanwhile.'}
      </Text>
    );
  if (state === 'uploading')
    return (
      <Text color="color.text.subtle">
        {isMadeByApp(job)
          ? 'Nothing was sent yet. It begins when it’s its turn, and once a change that waits for approval has been approved.'
          : 'Keep the page that sends the file open until all rows have arrived. If it was closed, import the file again. Nothing was imported, and this entry is deleted after a day.'}
      </Text>
    );
  if (state === 'not-started')
    return (
      <Text color="color.text.subtle">
        {isMadeByApp(job)
          ? 'No rows of this import were sent. It was cancelled before it started.'
          : 'No rows of this import were sent. It was cancelled before it started, or its file couldn’t be uploaded. Import the file again.'}
      </Text>
    );
  const words = notUndoableWords(job);
  return words === null ? null : <Text color="color.text.subtle">{words}</Text>;
}

/** The frame that writes the lists of the page; says what it has saved. */
function useDownloads(): FileFrame {
  const frame = useFileFrame();
  const { downloadedRows } = frame.state;
  useEffect(() => {
    if (downloadedRows !== null) flagSuccess(`${countOf(downloadedRows, 'row')} downloaded`);
  }, [downloadedRows]);
  return frame;
}
