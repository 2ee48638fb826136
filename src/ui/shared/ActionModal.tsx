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
import React from 'react';
import { Failure } from './Failure';
import { breakable } from './format';
import type { Action } from './use-action';
import { useHandler } from './use-handler';

interface ActionModalProps {
  title: string;
  appearance?: 'danger';
  width?: 'large';
  /** What the button does: "Grant product". Null where the content has the buttons that go on. */
  verb: string | null;
  isDisabled?: boolean;
  /** What it is about is being loaded anew: what was shown of it would be refused. */
  isReloading?: boolean;
  /** The words of the button that leaves things as they are. */
  keep?: string;
  /** Closes the modal itself once it succeeds; what went wrong is shown, and what was written stays. */
  action: Action;
  onClose: () => void;
  children: React.ReactNode;
}

/**
 * Asks for what an action needs, and runs it by its button or by Enter. What was sent cannot be taken back: a modal that
 * closed meanwhile would say that it was, so that it stays until the action has ended.
 */
export function ActionModal({
  title,
  appearance,
  width,
  verb,
  isDisabled,
  isReloading = false,
  keep,
  action,
  onClose,
  children,
}: ActionModalProps) {
  const { run, isRunning, error } = action;
  const close = useHandler(() => {
    if (!isRunning) onClose();
  });
  return (
    <Modal onClose={close} {...(width && { width })}>
      <Form onSubmit={run}>
        <ModalHeader>
          <ModalTitle {...(appearance && { appearance })}>{breakable(title)}</ModalTitle>
        </ModalHeader>
        <ModalBody>
          <Stack space="space.200">
            {children}
            {error && <Failure error={error} />}
          </Stack>
        </ModalBody>
        <ModalFooter>
          <Button appearance="subtle" isDisabled={isRunning} onClick={close}>
            {keep ?? 'Cancel'}
          </Button>
          {verb !== null && (
            <LoadingButton
              type="submit"
              appearance={appearance ?? 'primary'}
              isLoading={isRunning || isReloading}
              // Not for what is written wrong: that would keep Enter from sending what was corrected a moment ago.
              isDisabled={isDisabled ?? false}
            >
              {verb}
            </LoadingButton>
          )}
        </ModalFooter>
      </Form>
    </Modal>
  );
}
