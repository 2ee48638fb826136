import {
  Button,
  Checkbox,
  Form,
  Modal,
  ModalBody,
  ModalFooter,
  ModalHeader,
  ModalTitle,
  Stack,
  Text,
} from '@forge/react';
import React, { useState } from 'react';
import type { JobView, RetriedOutcome } from '../../../../contract/jobs';
import { findKind, operationOf } from '../../../../domain/kinds';
import { breakable, countOf } from '../../../shared/format';
import { TextField } from '../../../shared/form/Field';
import { confirmationHint, confirms, needsConfirmation } from '../confirmation';
import { FrameFailure } from '../frame/FrameFailure';
import type { FileFrame } from '../frame/use-file-frame';
import { useProposedName } from '../frame/use-proposed-name';
import { Activity } from '../frame/Activity';
import { retryChoices, retryDoubt, retryLabel } from './job-actions';

interface Props {
  job: JobView;
  frame: FileFrame;
  onClose: () => void;
}

/** Asks which rows of an import that has ended are sent once more, and starts an import of them. */
export function RetryModal({ job, frame, onClose }: Props) {
  const { state, send } = frame;
  const choices = retryChoices(job);
  const [chosen, setChosen] = useState(() =>
    choices.filter(({ isProposed }) => isProposed).map(({ outcome }) => outcome),
  );
  const [typed, setTyped] = useState<string | null>(null);
  const proposed = useProposedName({ name: job.name, variant: 'retry' });
  const name = typed ?? proposed;
  const rows = choices.reduce((sum, choice) => sum + (chosen.includes(choice.outcome) ? choice.rows : 0), 0);
  const isSending = state.activity?.doing === 'sending' || state.jobId !== null;
  const confirmation = useConfirmation(job, rows);
  const hasName = name !== null && name.trim() !== '';
  const canStart = rows > 0 && hasName && confirmation.isGiven && state.isReady && !isSending;
  const close = () => {
    if (!isSending) onClose();
  };
  const start = () => {
    if (canStart) send({ type: 'retry', jobId: job.id, name: name.trim(), outcomes: chosen, rows });
  };
  return (
    <Modal onClose={close}>
      <Form onSubmit={start}>
        <ModalHeader>
          <ModalTitle>{breakable(`Retry rows of “${job.name}”`)}</ModalTitle>
        </ModalHeader>
        <ModalBody>
          <Stack space="space.200">
            {isSending ? (
              <Activity
                activity={state.activity ?? { doing: 'sending', rows, fraction: 1 }}
                isSlowed={state.isSlowed}
                words="Sending rows to the new import. Keep this page open until it’s done"
                onStop={() => send({ type: 'stop' })}
              />
            ) : (
              <>
                <Choices job={job} chosen={chosen} onChosen={setChosen} name={name} onName={setTyped} />
                {confirmation.field}
              </>
            )}
            {state.failure && <FrameFailure failure={state.failure} />}
          </Stack>
        </ModalBody>
        <ModalFooter>
          <Button appearance="subtle" isDisabled={isSending} onClick={close}>
            Close
          </Button>
          <Button type="submit" appearance="primary" isDisabled={!canStart}>
            {`Retry ${countOf(rows, 'row')}`}
          </Button>
        </ModalFooter>
      </Form>
    </Modal>
  );
}

/** What starting the rows asks for, as it did the first time. */
function useConfirmation({ kind: id, operation: operationId, undo }: JobView, rows: number) {
  const [typed, setTyped] = useState('');
  const kind = findKind(id);
  const operation = kind && operationOf(kind, operationId);
  if (kind === undefined || !needsConfirmation(kind, operation, rows)) return { isGiven: true, field: null };
  const field = (
    <TextField
      id="confirm-retry"
      label={`Type ${rows} to confirm`}
      // It has the plan of the first one, and keeps what was there if that did.
      help={confirmationHint(kind, operation, undo === 'yes' || undo === 'rest' || undo === 'undone')}
      error={null}
      value={typed}
      onChange={setTyped}
    />
  );
  return { isGiven: confirms(typed, rows), field };
}

interface ChoicesProps {
  job: JobView;
  chosen: readonly RetriedOutcome[];
  onChosen: (chosen: RetriedOutcome[]) => void;
  /** Null until it is known which name is free. */
  name: string | null;
  onName: (name: string) => void;
}

function Choices({ job, chosen, onChosen, name, onName }: ChoicesProps) {
  const doubt = retryDoubt(job, chosen);
  const toggle = (outcome: RetriedOutcome) =>
    onChosen(chosen.includes(outcome) ? chosen.filter((one) => one !== outcome) : [...chosen, outcome]);
  return (
    <Stack space="space.200">
      <Text>A new import sends these rows once more, as they are in the file, to the same places.</Text>
      <Stack space="space.050">
        {retryChoices(job).map(({ outcome, rows }) => (
          <Checkbox
            key={outcome}
            label={retryLabel(outcome, rows)}
            isChecked={chosen.includes(outcome)}
            onChange={() => toggle(outcome)}
          />
        ))}
      </Stack>
      {doubt !== null && <Text color="color.text.subtle">{doubt}</Text>}
      <TextField
        id="retry-name"
        label="Import name"
        error={name?.trim() === '' ? 'Enter a name for the import.' : null}
        maxLength={255}
        value={name ?? ''}
        onChange={onName}
      />
    </Stack>
  );
}
