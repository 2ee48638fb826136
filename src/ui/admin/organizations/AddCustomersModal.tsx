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
import { type Recipients, readOne, readRecipients } from '../../../domain/recipients/read';
import { TextField } from '../../shared/form/Field';
import { useFieldErrors } from '../../shared/form/use-field-errors';
import { useHandler } from '../../shared/use-handler';
import { CustomersToAdd } from './CustomersToAdd';
import { AddListModal } from './pasted/AddListModal';
import type { AddAll } from './pasted/use-pasted-list';
import { useAdditions } from './use-additions';
import { wantedProblem } from './wanted-problem';

interface Props {
  /** What adding a customer means. */
  words: string;
  /** Ids of customers that are there already, as far as the page knows. */
  chosen: readonly string[];
  /** To which they are added; null where it is not made yet. */
  organizationId: string | null;
  /** Rejects with CallError. */
  onAdd: (customer: CustomerSummary) => Promise<void> | void;
  onAddAll: AddAll;
  onClose: () => void;
}

/** Finds customers and adds them one after the other, or all of a pasted list together. */
export function AddCustomersModal(props: Props) {
  const { words, chosen, onAdd, onClose } = props;
  const [text, setText] = useState('');
  const [wanted, setWanted] = useState<string | null>(null);
  const [list, setList] = useState<Recipients | null>(null);
  const problem = wantedProblem(text);
  const errors = useFieldErrors(problem === null ? {} : { text: problem }, ['text']);
  const find = useHandler(() => {
    if (!errors.submit()) return;
    const read = readRecipients(text);
    if (read.people.length > 1) setList(read);
    else setWanted(readOne(text));
  });
  const { additions, add } = useAdditions(onAdd);
  // What the site says against one that is on its way is said here.
  const isAdding = [...additions.values()].some(({ state }) => state === 'adding');
  const close = useHandler(() => {
    if (!isAdding) onClose();
  });
  if (list !== null) return <AddListModal {...props} list={list} onBack={() => setList(null)} />;
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
                help="Enter the start of an email address or name, or a customer ID in full. To add several customers, paste a list from your mail program or a table."
                lines={2}
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
