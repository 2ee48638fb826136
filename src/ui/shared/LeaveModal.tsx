import { Button, Modal, ModalBody, ModalFooter, ModalHeader, ModalTitle, ModalTransition, Text } from '@forge/react';
import React from 'react';
import type { Leaving } from './gate';

interface Props {
  /** See `useHeld`. */
  leaving: Leaving | null;
  /** The question: "Leave this import?" */
  title?: string;
  /** What is lost by leaving. */
  loss?: string;
}

/** Asks before a page is left that holds what is nowhere else. */
export function LeaveModal({
  leaving,
  title = 'Leave without saving?',
  loss = 'Your changes on this page haven’t been saved and will be lost if you leave.',
}: Props) {
  return (
    <ModalTransition>
      {leaving && (
        <Modal onClose={leaving.stay}>
          <ModalHeader>
            <ModalTitle appearance="warning">{title}</ModalTitle>
          </ModalHeader>
          <ModalBody>
            <Text>{loss}</Text>
          </ModalBody>
          <ModalFooter>
            <Button appearance="subtle" onClick={leaving.leave}>
              Leave
            </Button>
            {/* Whoever presses the key once more that has asked to leave loses nothing. */}
            <Button appearance="primary" autoFocus onClick={leaving.stay}>
              Stay
            </Button>
          </ModalFooter>
        </Modal>
      )}
    </ModalTransition>
  );
}
