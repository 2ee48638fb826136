import { Button, ButtonGroup, ModalTransition } from '@forge/react';
import React, { useState } from 'react';
import type { JobView } from '../../../../contract/jobs';
import { useNavigation } from '../../../shared/navigation';
import type { Resource } from '../../../shared/use-resource';
import { CancelModal } from './CancelModal';
import { hasEnded, retryChoices, unsuccessfulRows } from './job-words';

interface Props {
  job: JobView;
  resource: Resource<JobView>;
  onRetry: () => void;
}

/** What can be done with an import in its state. */
export function JobActions({ job, resource, onRetry }: Props) {
  const [isCancelling, setCancelling] = useState(false);
  const canCancel = !hasEnded(job.state) && job.state !== 'cancelling';
  const { go } = useNavigation();
  const canCorrect = hasEnded(job.state) && unsuccessfulRows(job) > 0;
  const canRetry = hasEnded(job.state) && job.state !== 'not-started' && retryChoices(job).length > 0;
  return (
    <>
      <ButtonGroup label="Import actions">
        {canRetry && <Button onClick={onRetry}>Retry rows</Button>}
        {canCorrect && <Button onClick={() => go(['imports', job.id, 'corrected'])}>Import corrected rows</Button>}
        {canCancel && <Button onClick={() => setCancelling(true)}>Cancel import</Button>}
      </ButtonGroup>
      <ModalTransition>
        {isCancelling && canCancel && (
          <CancelModal job={job} onClose={() => setCancelling(false)} onCancelled={resource.replace} />
        )}
      </ModalTransition>
    </>
  );
}
