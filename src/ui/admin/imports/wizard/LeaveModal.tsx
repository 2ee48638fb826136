import { Button, Modal, ModalBody, ModalFooter, ModalHeader, ModalTitle, ModalTransition, Text } from '@forge/react';
import React from 'react';
import type { Leaving } from '../../../shared/gate';

/** Asks before an import that has its file is left: the file and the choices are nowhere but on the page. */
export function LeaveModal({ leaving, fileName }: { leaving: Leaving | null; fileName: string }) {
  return (
    <ModalTransition>
      {leaving && (
        <Modal onClose={leaving.stay}>
          <ModalHeader>
            <ModalTitle appearance="warning">Leave this import?</ModalTitle>
          </ModalHeader>
          <ModalBody>
            <Text>
              {`“${fileName}” has to be chosen again, and where its columns go. A mapping that you saved stays. Nothing was imported yet.`}
            </Text>
          </ModalBody>
          <ModalFooter>
            <Button appearance="subtle" onClick={leaving.leave}>
              Leave
            </Button>
            <Button appearance="primary" onClick={leaving.stay}>
              Stay
            </Button>
          </ModalFooter>
        </Modal>
      )}
    </ModalTransition>
  );
}
