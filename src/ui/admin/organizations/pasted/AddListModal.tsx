import {
  Box,
  Button,
  LoadingButton,
  Modal,
  ModalBody,
  ModalFooter,
  ModalHeader,
  ModalTitle,
  Stack,
  Text,
} from '@forge/react';
import React, { useState } from 'react';
import type { Recipients } from '../../../../domain/recipients/read';
import { Failure } from '../../../shared/Failure';
import { countOf } from '../../../shared/format';
import { PAGE_SIZE, Pages } from '../../../shared/Pages';
import { useHandler } from '../../../shared/use-handler';
import { readyOf, summaryWords } from './pasted-list';
import { PastedRow } from './PastedRow';
import { type AddAll, usePastedList } from './use-pasted-list';

interface Props {
  /** What adding a customer means. */
  words: string;
  list: Recipients;
  /** To which they are added; null where it is not made yet. */
  organizationId: string | null;
  /** Ids of customers that are there already, as far as the page knows. */
  chosen: readonly string[];
  onAddAll: AddAll;
  /** To what was written. */
  onBack: () => void;
  onClose: () => void;
}

/** The people of a pasted list, with whom each of them is on the site, to be added together. */
export function AddListModal({ words, list, organizationId, chosen, onAddAll, onBack, onClose }: Props) {
  // Who is added by this list is told as added, not as there already.
  const [members] = useState(chosen);
  const { lines, leaveOut, choose, error, findAgain, adding } = usePastedList(
    list.people,
    organizationId,
    members,
    onAddAll,
  );
  const [page, setPage] = useState(0);
  const ready = readyOf(lines).length;
  const hasOutcomes = lines.some(({ standing }) => standing === 'added' || standing === 'failed');
  const close = useHandler(() => {
    if (!adding.isRunning) onClose();
  });
  const lastPage = Math.max(0, Math.ceil(lines.length / PAGE_SIZE) - 1);
  const shown = Math.min(page, lastPage);
  return (
    <Modal onClose={close} width="large">
      <ModalHeader>
        <ModalTitle>Add customers</ModalTitle>
      </ModalHeader>
      <ModalBody>
        <Stack space="space.200">
          <Text>{words}</Text>
          <Box role="status">
            <Text weight="medium">{summaryWords(lines, list.repeated)}</Text>
          </Box>
          {error && <Failure error={error} onRetry={findAgain} />}
          <Stack>
            {lines.slice(shown * PAGE_SIZE, (shown + 1) * PAGE_SIZE).map((line) => (
              <PastedRow
                key={line.key}
                line={line}
                onLeaveOut={() => leaveOut(line.key)}
                onChoose={(id) => choose(line.key, id)}
              />
            ))}
          </Stack>
          <Pages label="Pages of people" total={lines.length} page={shown} onPage={setPage} />
          {adding.error && <Failure error={adding.error} />}
        </Stack>
      </ModalBody>
      <ModalFooter>
        {!hasOutcomes && (
          <Button appearance="subtle" isDisabled={adding.isRunning} onClick={onBack}>
            Back
          </Button>
        )}
        {(ready > 0 || adding.isRunning || !hasOutcomes) && (
          <LoadingButton
            appearance="primary"
            isLoading={adding.isRunning}
            isDisabled={ready === 0}
            onClick={adding.run}
          >
            {`Add ${countOf(ready, 'customer')}`}
          </LoadingButton>
        )}
        {hasOutcomes && (
          <Button appearance={ready > 0 ? 'subtle' : 'primary'} isDisabled={adding.isRunning} onClick={close}>
            Done
          </Button>
        )}
      </ModalFooter>
    </Modal>
  );
}
