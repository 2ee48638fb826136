import {
  Button,
  LoadingButton,
  Modal,
  ModalBody,
  ModalFooter,
  ModalHeader,
  ModalTitle,
  ModalTransition,
  Stack,
  Text,
} from '@forge/react';
import React from 'react';
import type { JobView } from '../../../../contract/jobs';
import { call } from '../../../shared/call';
import { Failure } from '../../../shared/Failure';
import { flagSuccess } from '../../../shared/flag';
import { useAction } from '../../../shared/use-action';
import { cancelConsequence } from './job-words';

interface Props {
  job: JobView;
  isOpen: boolean;
  onClose: () => void;
  onCancelled: (job: JobView) => void;
}

export function CancelModal({ job, isOpen, onClose, onCancelled }: Props) {
  const action = useAction(async () => {
    onCancelled(await call('jobs.cancel', { jobId: job.id }));
    flagSuccess('Import cancelled', 'Nothing new is sent.');
  });
  return (
    <ModalTransition>
      {isOpen && (
        <Modal onClose={onClose}>
          <ModalHeader>
            <ModalTitle appearance="danger">{`Cancel “${job.name}”?`}</ModalTitle>
          </ModalHeader>
          <ModalBody>
            <Stack space="space.150">
              <Text>{cancelConsequence(job)}</Text>
              {action.error && <Failure error={action.error} />}
            </Stack>
          </ModalBody>
          <ModalFooter>
            <Button appearance="subtle" onClick={onClose}>
              Keep importing
            </Button>
            <LoadingButton appearance="danger" isLoading={action.isRunning} onClick={action.run}>
              Cancel import
            </LoadingButton>
          </ModalFooter>
        </Modal>
      )}
    </ModalTransition>
  );
}
