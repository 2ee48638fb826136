import {
  Button,
  Label,
  LoadingButton,
  Modal,
  ModalBody,
  ModalFooter,
  ModalHeader,
  ModalTitle,
  Stack,
  Textfield,
} from '@forge/react';
import React, { useState } from 'react';
import { Failure } from './Failure';
import { breakable, looksLike } from './format';
import { useAction } from './use-action';

interface DangerModalProps {
  /** The question: "Delete Region?" */
  title: string;
  /** The button's words, the verb of the title: "Delete field". */
  verb: string;
  /** The words of the other button. */
  keep?: string;
  /** The consequence, in numbers where they are known. */
  children: React.ReactNode;
  /** Has to be typed in before the button works: where values of many entities are lost. */
  typedName?: string;
  /** Closes the modal when it resolves; what it rejects with is shown, and the modal stays. */
  onConfirm: () => Promise<void>;
  onClose: () => void;
}

/** Asks before something is destroyed. */
export function DangerModal({
  title,
  verb,
  keep = 'Keep it',
  children,
  typedName,
  onConfirm,
  onClose,
}: DangerModalProps) {
  const [typed, setTyped] = useState('');
  const { run, isRunning, error } = useAction(async () => {
    await onConfirm();
    onClose();
  });
  const isTyped = typedName === undefined || looksLike(typed, typedName);
  return (
    <Modal onClose={onClose}>
      <ModalHeader>
        <ModalTitle appearance="danger">{breakable(title)}</ModalTitle>
      </ModalHeader>
      <ModalBody>
        <Stack space="space.200">
          {children}
          {typedName !== undefined && (
            <Stack>
              <Label labelFor="typed-name">{`Type “${breakable(typedName)}” to confirm`}</Label>
              <Textfield id="typed-name" value={typed} onChange={({ target }) => setTyped(String(target.value))} />
            </Stack>
          )}
          {error && <Failure error={error} />}
        </Stack>
      </ModalBody>
      <ModalFooter>
        <Button appearance="subtle" onClick={onClose}>
          {keep}
        </Button>
        <LoadingButton appearance="danger" isLoading={isRunning} isDisabled={!isTyped} onClick={run}>
          {verb}
        </LoadingButton>
      </ModalFooter>
    </Modal>
  );
}
