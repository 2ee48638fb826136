import {
  Button,
  Form,
  LoadingButton,
  Modal,
  ModalBody,
  ModalFooter,
  ModalHeader,
  ModalTitle,
  Stack,
} from '@forge/react';
import React, { useState } from 'react';
import { MAX_DISPLAY_NAME } from '../../../contract/customers';
import { call } from '../../shared/call';
import { ChangedMessage } from '../../shared/ChangedMessage';
import { Failure } from '../../shared/Failure';
import { flagSuccess } from '../../shared/flag';
import { TextField } from '../../shared/form/Field';
import { useFieldErrors } from '../../shared/form/use-field-errors';
import { useAction } from '../../shared/use-action';
import { nameProblem } from './new-customer';

interface Props {
  id: string;
  /** As the page shows it. */
  name: string;
  onRenamed: () => void;
  onClose: () => void;
}

/** Gives a customer another display name, unless someone else has just done so. */
export function RenameModal({ id, name, onRenamed, onClose }: Props) {
  const [written, setWritten] = useState(name);
  const problem = written.trim() === '' ? 'A customer has a name. Write one.' : nameProblem(written);
  const errors = useFieldErrors(problem === null ? {} : { name: problem }, ['name']);
  const { run, isRunning, error } = useAction(async (seen: string) => {
    if (!errors.submit()) return;
    const { displayName } = await call('customers.rename', { id, displayName: written.trim(), seen });
    flagSuccess('Customer renamed', displayName);
    onRenamed();
    onClose();
  });
  const present = error?.code === 'CONFLICT' ? error.present?.[0] : undefined;
  return (
    <Modal onClose={onClose}>
      <Form onSubmit={() => run(name)}>
        <ModalHeader>
          <ModalTitle>Rename the customer</ModalTitle>
        </ModalHeader>
        <ModalBody>
          <Stack space="space.200">
            <TextField
              id="customer-name"
              label="Display name"
              error={errors.shown('name')}
              value={written}
              maxLength={MAX_DISPLAY_NAME}
              focusTurn={errors.focusTurn('name') + 1}
              onLeave={() => errors.leave('name')}
              onChange={setWritten}
            />
            {present !== undefined && (
              <ChangedMessage
                what="The name"
                present={present}
                isRunning={isRunning}
                onKeep={() => {
                  onRenamed();
                  onClose();
                }}
                onOverwrite={() => run(present)}
              />
            )}
            {error && present === undefined && <Failure error={error} />}
          </Stack>
        </ModalBody>
        <ModalFooter>
          <Button appearance="subtle" onClick={onClose}>
            Cancel
          </Button>
          <LoadingButton appearance="primary" type="submit" isLoading={isRunning}>
            Rename
          </LoadingButton>
        </ModalFooter>
      </Form>
    </Modal>
  );
}
