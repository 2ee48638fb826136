import { Text } from '@forge/react';
import React from 'react';
import type { JobView } from '../../../../contract/jobs';
import { call } from '../../../shared/call';
import { DangerModal } from '../../../shared/DangerModal';
import { flagSuccess } from '../../../shared/flag';
import { cancelConsequence } from './job-words';

interface Props {
  job: JobView;
  onClose: () => void;
  onCancelled: (job: JobView) => void;
}

export function CancelModal({ job, onClose, onCancelled }: Props) {
  const cancel = async () => {
    const cancelled = await call('jobs.cancel', { jobId: job.id });
    const isFollowed = cancelled.state === 'cancelling';
    flagSuccess(
      isFollowed ? 'Cancelling import' : 'Import cancelled',
      isFollowed
        ? 'Nothing new will be sent. Requests under way are tracked until they end.'
        : 'Nothing more will be sent.',
    );
    onCancelled(cancelled);
  };
  return (
    <DangerModal
      title={`Cancel “${job.name}”?`}
      verb="Cancel import"
      keep="Keep importing"
      onConfirm={cancel}
      onClose={onClose}
    >
      <Text>{cancelConsequence(job)}</Text>
    </DangerModal>
  );
}
