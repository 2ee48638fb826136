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
import type { Action } from './use-action';

interface ActionModalProps {
  title: string;
  /** What the button does: "Grant product". */
  verb: string;
  /** Closes the modal itself once it succeeds; what went wrong is shown, and what was written stays. */
  action: Action;
  onClose: () => void;
  children: React.ReactNode;
}

/** Asks for what an action needs, and runs it by its button or by Enter. */
export function ActionModal({ title, verb, action, onClose, children }: ActionModalProps) {
  return (
    <Modal onClose={onClose}>
      <Form onSubmit={action.run}>
        <ModalHeader>
          <ModalTitle>{title}</ModalTitle>
        </ModalHeader>
        <ModalBody>
          <Stack space="space.200">
            {children}
            {action.error && <Failure error={action.error} />}
          </Stack>
        </ModalBody>
        <ModalFooter>
          <Button appearance="subtle" onClick={onClose}>
            Cancel
          </Button>
          {/* Never disabled: that would keep Enter from sending what was typed a moment ago. */}
          <LoadingButton type="submit" appearance="primary" isLoading={action.isRunning}>
            {verb}
          </LoadingButton>
        </ModalFooter>
      </Form>
    </Modal>
  );
}
