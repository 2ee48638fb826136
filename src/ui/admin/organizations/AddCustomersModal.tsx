import {
  Button,
  Form,
  Inline,
  Modal,
  ModalBody,
  ModalFooter,
  ModalHeader,
  ModalTitle,
  Stack,
  Text,
} from '@forge/react';
import React, { useState } from 'react';
import type { CustomerSummary } from '../../../contract/customers';
import { TextField } from '../../shared/form/Field';
import { useFieldErrors } from '../../shared/form/use-field-errors';
import { useHandler } from '../../shared/use-handler';
import { tooLong } from '../customers/find-draft';
import { CustomersToAdd } from './CustomersToAdd';
import { useAdditions } from './use-additions';

interface Props {
  /** What adding a customer means. */
  words: string;
  /** Ids of customers that are there already, as far as the page knows. */
  chosen: readonly string[];
  /** Rejects with CallError. */
  onAdd: (customer: CustomerSummary) => Promise<void> | void;
  onClose: () => void;
}

/** Finds customers and adds them one after the other. */
export function AddCustomersModal({ words, chosen, onAdd, onClose }: Props) {
  const [text, setText] = useState('');
  const [wanted, setWanted] = useState<string | null>(null);
  const problem = text.trim() === '' ? 'Enter an email address, a name or a customer ID.' : tooLong(text);
  const errors = useFieldErrors(problem === null ? {} : { text: problem }, ['text']);
  const find = useHandler(() => {
    if (errors.submit()) setWanted(text.trim());
  });
  const { additions, add } = useAdditions(onAdd);
  // What the site says against one that is on its way is said here.
  const isAdding = [...additions.values()].some(({ state }) => state === 'adding');
  const close = useHandler(() => {
    if (!isAdding) onClose();
  });
  return (
    <Modal onClose={close}>
      <ModalHeader>
        <ModalTitle>Add customers</ModalTitle>
      </ModalHeader>
      <ModalBody>
        <Stack space="space.200">
          <Text>{words}</Text>
          <Form onSubmit={find}>
            <Stack space="space.150">
              <TextField
                id="customer-to-add"
                label="Email, name or customer ID"
                help="Enter the start of an email address or name, or a customer ID in full."
                error={errors.shown('text')}
                focusTurn={errors.focusTurn('text') + 1}
                value={text}
                onChange={setText}
              />
              <Inline>
                <Button type="submit">Find customers</Button>
              </Inline>
            </Stack>
          </Form>
          {wanted !== null && <CustomersToAdd wanted={wanted} chosen={chosen} additions={additions} onAdd={add} />}
        </Stack>
      </ModalBody>
      <ModalFooter>
        <Button appearance="primary" isDisabled={isAdding} onClick={close}>
          Done
        </Button>
      </ModalFooter>
    </Modal>
  );
}
