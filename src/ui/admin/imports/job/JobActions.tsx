import { Button, ButtonGroup, LoadingButton, ModalTransition, Stack } from '@forge/react';
import React, { useState } from 'react';
import type { JobView } from '../../../../contract/jobs';
import { call } from '../../../shared/call';
import { Failure } from '../../../shared/Failure';
import { flagSuccess } from '../../../shared/flag';
import { useNavigation } from '../../../shared/navigation';
import { useAction } from '../../../shared/use-action';
import type { Resource } from '../../../shared/use-resource';
import { CancelModal } from './CancelModal';
import { actionsOf, undoLabel } from './job-actions';

interface Props {
  job: JobView;
  resource: Resource<JobView>;
  onRetry: () => void;
  onUndo: () => void;
}

/** What can be done with an import in its state. */
export function JobActions({ job, resource, onRetry, onUndo }: Props) {
  const { go } = useNavigation();
  const [isCancelling, setCancelling] = useState(false);
  // A button that was pressed gives way to the other, and its focus with it.
  const [pressed, setPressed] = useState<'pause' | 'resume' | null>(null);
  const pause = useAction(async () => {
    const after = await call('jobs.pause', { jobId: job.id });
    setPressed('pause');
    resource.replace(after);
    flagSuccess('Import paused', 'Nothing more is sent until you resume it.');
  });
  const resume = useAction(async () => {
    const after = await call('jobs.resume', { jobId: job.id });
    setPressed('resume');
    resource.replace(after);
    flagSuccess(after.state === 'queued' ? 'The import is next in line' : 'Import resumed');
  });
  const can = actionsOf(job);
  const error = pause.error ?? resume.error;
  if (can.length === 0) return null;
  return (
    <Stack space="space.100">
      <ButtonGroup label="Import actions">
        {can.includes('retry') && <Button onClick={onRetry}>Retry rows</Button>}
        {can.includes('correct') && (
          <Button onClick={() => go(['imports', job.id, 'corrected'])}>Import corrected rows</Button>
        )}
        {can.includes('keep') && <Button onClick={() => go(['sync', 'new', job.id])}>Keep this in step</Button>}
        {can.includes('undo') && <Button onClick={onUndo}>{undoLabel(job)}</Button>}
        {can.includes('resume') && (
          <LoadingButton
            appearance={job.isHeld ? 'default' : 'primary'}
            autoFocus={pressed === 'pause'}
            isLoading={resume.isRunning}
            onClick={resume.run}
          >
            Resume import
          </LoadingButton>
        )}
        {can.includes('pause') && (
          <LoadingButton autoFocus={pressed === 'resume'} isLoading={pause.isRunning} onClick={pause.run}>
            Pause import
          </LoadingButton>
        )}
        {can.includes('cancel') && <Button onClick={() => setCancelling(true)}>Cancel import</Button>}
      </ButtonGroup>
      {error && <Failure error={error} />}
      <ModalTransition>
        {isCancelling && can.includes('cancel') && (
          <CancelModal job={job} onClose={() => setCancelling(false)} onCancelled={resource.replace} />
        )}
      </ModalTransition>
    </Stack>
  );
}
