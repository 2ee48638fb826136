import { Button, Inline, SectionMessage, Stack, Text } from '@forge/react';
import React from 'react';
import { countOf } from '../../../shared/format';

interface Props {
  /** Cells whose correction holds no more. */
  dropped: number;
  onDismiss: () => void;
}

/** That cells are as they are in the file again, since it is another file or is read otherwise. */
export function DroppedCorrections({ dropped, onDismiss }: Props) {
  if (dropped === 0) return null;
  return (
    <SectionMessage appearance="information" title={`${countOf(dropped, 'cell is', 'cells are')} no longer corrected`}>
      <Stack space="space.100">
        <Text>
          You corrected cells of the file as it was read before. The file was chosen again or is read in another way
          now, so its rows and columns can be others. Correct the cells again where they still have problems.
        </Text>
        <Inline>
          <Button spacing="compact" onClick={onDismiss}>
            Dismiss
          </Button>
        </Inline>
      </Stack>
    </SectionMessage>
  );
}
