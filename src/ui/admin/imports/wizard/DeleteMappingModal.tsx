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
import type { SavedMapping } from '../../../../contract/imports';
import { call } from '../../../shared/call';
import { Failure } from '../../../shared/Failure';
import { flagSuccess } from '../../../shared/flag';
import { useAction } from '../../../shared/use-action';

interface Props {
  /** The mapping that is asked about; null while none is. */
  mapping: SavedMapping | null;
  onClose: () => void;
  onDeleted: (left: SavedMapping[]) => void;
}

export function DeleteMappingModal({ mapping, ...rest }: Props) {
  return <ModalTransition>{mapping && <DeleteModal mapping={mapping} {...rest} />}</ModalTransition>;
}

function DeleteModal({ mapping: { name }, onClose, onDeleted }: Props & { mapping: SavedMapping }) {
  const action = useAction(async () => {
    const { mappings } = await call('imports.deleteMapping', { name });
    flagSuccess('Mapping deleted');
    onDeleted(mappings);
    onClose();
  });
  return (
    <Modal onClose={onClose}>
      <ModalHeader>
        <ModalTitle appearance="danger">{`Delete the mapping “${name}”?`}</ModalTitle>
      </ModalHeader>
      <ModalBody>
        <Stack space="space.100">
          <Text>No administrator of your site can use it any more. The columns of this file stay as they are.</Text>
          {action.error && <Failure error={action.error} />}
        </Stack>
      </ModalBody>
      <ModalFooter>
        <Button appearance="subtle" onClick={onClose}>
          Keep it
        </Button>
        <LoadingButton appearance="danger" isLoading={action.isRunning} onClick={action.run}>
          Delete mapping
        </LoadingButton>
      </ModalFooter>
    </Modal>
  );
}
