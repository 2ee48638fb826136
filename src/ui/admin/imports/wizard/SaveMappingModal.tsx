import {
  Button,
  HelperMessage,
  Label,
  LoadingButton,
  Modal,
  ModalBody,
  ModalFooter,
  ModalHeader,
  ModalTitle,
  ModalTransition,
  Stack,
  Textfield,
} from '@forge/react';
import React, { useState } from 'react';
import type { ImportSetup } from '../../../../contract/file-frame';
import type { SavedMapping } from '../../../../contract/imports';
import { fold } from '../../../../domain/fold';
import { call } from '../../../shared/call';
import { Failure } from '../../../shared/Failure';
import { flagSuccess } from '../../../shared/flag';
import { useAction } from '../../../shared/use-action';

interface Props {
  setup: ImportSetup;
  saved: readonly SavedMapping[];
  isOpen: boolean;
  onClose: () => void;
  onSaved: (mapping: SavedMapping, all: SavedMapping[]) => void;
}

export function SaveMappingModal(props: Props) {
  return <ModalTransition>{props.isOpen && <SaveModal {...props} />}</ModalTransition>;
}

function SaveModal({ setup: { columns, options }, saved, onClose, onSaved }: Props) {
  const [typed, setTyped] = useState('');
  const name = typed.trim();
  const action = useAction(async () => {
    const mapping = { name, columns, options };
    const { mappings } = await call('imports.saveMapping', { mapping });
    flagSuccess('Mapping saved', 'Every administrator of your site can use it for the next file.');
    onSaved(mapping, mappings);
    onClose();
  });
  const replaces = saved.some((one) => fold(one.name) === fold(name));
  return (
    <Modal onClose={onClose}>
      <ModalHeader>
        <ModalTitle>Save this mapping</ModalTitle>
      </ModalHeader>
      <ModalBody>
        <Stack space="space.100">
          <Label labelFor="mapping-name">Name</Label>
          <Textfield
            id="mapping-name"
            autoFocus
            value={typed}
            maxLength={100}
            onChange={(event) => setTyped(String(event.target.value ?? ''))}
          />
          <HelperMessage>
            {replaces ? 'Replaces the mapping of this name.' : 'Where each column goes, found again by its name.'}
          </HelperMessage>
          {action.error && <Failure error={action.error} />}
        </Stack>
      </ModalBody>
      <ModalFooter>
        <Button appearance="subtle" onClick={onClose}>
          Cancel
        </Button>
        <LoadingButton appearance="primary" isDisabled={name === ''} isLoading={action.isRunning} onClick={action.run}>
          Save mapping
        </LoadingButton>
      </ModalFooter>
    </Modal>
  );
}
