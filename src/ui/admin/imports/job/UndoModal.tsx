import {
  Button,
  Form,
  List,
  ListItem,
  LoadingButton,
  Modal,
  ModalBody,
  ModalFooter,
  ModalHeader,
  ModalTitle,
  ProgressBar,
  Stack,
  Text,
} from '@forge/react';
import React, { useCallback, useState } from 'react';
import type { JobView, UndoCounts } from '../../../../contract/jobs';
import { takenAway } from '../../../../domain/undo/taken-away';
import { call } from '../../../shared/call';
import { Failure } from '../../../shared/Failure';
import { flagSuccess } from '../../../shared/flag';
import { TextField } from '../../../shared/form/Field';
import { breakable, countOf } from '../../../shared/format';
import { useNavigation } from '../../../shared/navigation';
import { Announcement } from '../../../shared/Skeleton';
import { useResource } from '../../../shared/use-resource';
import { confirms } from '../confirmation';
import { undoLabel } from './job-actions';
import { confirmWords, hasNothingToUndo, ruleWords, syncWords, undoLines } from './undo-words';
import { useUndo } from './use-undo';

interface Props {
  job: JobView;
  onClose: () => void;
}

/** Says what undoing an import comes to, and does it. */
export function UndoModal({ job, onClose }: Props) {
  const { go } = useNavigation();
  const [typed, setTyped] = useState('');
  const { plan, error, retry, start, made } = useUndo(job.id, (undoId) => {
    flagSuccess('Undo started');
    onClose();
    go(['imports', undoId]);
  });
  const { counts } = plan;
  const isRest = job.undo === 'rest';
  const rule = ruleWords(job);
  const loadSyncs = useCallback(() => call('syncs.counting', { jobId: job.id }), [job.id]);
  const sync = syncWords(useResource(loadSyncs).data?.syncs.map(({ name }) => name) ?? []);
  const takes = takenAway(counts);
  const isFound = plan.done >= plan.batches && error === null;
  const isConfirmed = takes === 0 || confirms(typed, takes);
  const canStart = isFound && isConfirmed && !hasNothingToUndo(counts) && !start.isRunning;
  const close = () => {
    if (!start.isRunning) onClose();
  };
  const submit = () => {
    if (canStart) start.run(takes);
  };
  return (
    <Modal onClose={close}>
      <Form onSubmit={submit}>
        <ModalHeader>
          <ModalTitle>{breakable(isRest ? `Undo the rest of “${job.name}”` : `Undo “${job.name}”`)}</ModalTitle>
        </ModalHeader>
        <ModalBody>
          <Stack space="space.200">
            {rule !== null && <Text>{rule}</Text>}
            {sync !== null && <Text>{sync}</Text>}
            {isRest && <Text>This is about the rows that were left alone. What was undone stays as it is.</Text>}
            {!isFound && error === null && (
              <>
                <Text>Looking at what your site has by now. Nothing is changed yet.</Text>
                <ProgressBar value={plan.done / plan.batches} ariaLabel="Looking at the rows of the import" />
              </>
            )}
            {error && <Failure error={error} title="Not all rows could be looked at" onRetry={retry} />}
            {isFound && <Plan job={job} counts={counts} />}
            {isFound && takes > 0 && (
              <TextField
                id="confirm-undo"
                label={`Type ${takes} to confirm`}
                help={confirmWords(job, counts)}
                error={null}
                value={typed}
                onChange={setTyped}
              />
            )}
            {start.isRunning && <ProgressBar value={made} ariaLabel="Preparing the undo" />}
            {start.error && <Failure error={start.error} />}
          </Stack>
        </ModalBody>
        <ModalFooter>
          <Button appearance="subtle" isDisabled={start.isRunning} onClick={close}>
            Close
          </Button>
          <LoadingButton
            type="submit"
            appearance={takes > 0 ? 'danger' : 'primary'}
            isDisabled={!canStart}
            isLoading={start.isRunning}
          >
            {undoLabel(job)}
          </LoadingButton>
        </ModalFooter>
      </Form>
    </Modal>
  );
}

function Plan({ job, counts }: { job: JobView; counts: UndoCounts }) {
  const lines = hasNothingToUndo(counts)
    ? ['There’s nothing to undo.', ...undoLines(job, counts)]
    : undoLines(job, counts);
  return (
    <Stack space="space.150">
      <Announcement text={lines.join(' ')} />
      <List type="unordered">
        {lines.map((line) => (
          <ListItem key={line}>{line}</ListItem>
        ))}
      </List>
      {counts.reasons.length > 0 && (
        <Stack space="space.050">
          <Text weight="medium">Left alone</Text>
          <List type="unordered">
            {counts.reasons.map(({ reason, rows }) => (
              <ListItem key={reason}>{`${reason} ${countOf(rows, 'row')}`}</ListItem>
            ))}
          </List>
        </Stack>
      )}
    </Stack>
  );
}
