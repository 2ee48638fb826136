import { Button, Modal, ModalBody, ModalFooter, ModalHeader, ModalTitle, Stack, Text } from '@forge/react';
import React, { useState } from 'react';
import { readOptions } from '../../../domain/fields/definition';
import { TextField } from '../../shared/form/Field';
import { countOf, quoted } from '../../shared/format';
import { useHandler } from '../../shared/use-handler';

interface Props {
  /** The options that are in the list already. */
  present: readonly string[];
  onAdd: (pasted: string) => void;
  onClose: () => void;
}

/** Takes a list of options as it comes out of a spreadsheet or a text, and says what it leaves out. */
export function PasteOptionsModal({ present, onAdd, onClose }: Props) {
  const [text, setText] = useState('');
  const { added, repeated, tooLong } = readOptions(text, present);
  const add = useHandler(() => {
    onAdd(text);
    onClose();
  });
  return (
    <Modal onClose={onClose}>
      <ModalHeader>
        <ModalTitle>Paste a list of options</ModalTitle>
      </ModalHeader>
      <ModalBody>
        <Stack space="space.150">
          <TextField
            id="pasted-options"
            label="Options"
            help="Enter one per line, or separate them with commas or tabs. They’re added to the end of the list."
            error={null}
            lines={8}
            value={text}
            focusTurn={1}
            onChange={setText}
          />
          {repeated.length > 0 && (
            <Text>{`Left out because they’re already in the list: ${quoted([...new Set(repeated)])}.`}</Text>
          )}
          {tooLong.length > 0 && (
            <Text>{`Left out because they’re longer than 255 characters: ${tooLong.length}.`}</Text>
          )}
        </Stack>
      </ModalBody>
      <ModalFooter>
        <Button appearance="subtle" onClick={onClose}>
          Cancel
        </Button>
        <Button appearance="primary" isDisabled={added.length === 0} onClick={add}>
          {added.length === 0 ? 'Add options' : `Add ${countOf(added.length, 'option')}`}
        </Button>
      </ModalFooter>
    </Modal>
  );
}
