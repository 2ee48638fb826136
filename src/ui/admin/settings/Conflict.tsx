import { SectionMessage, SectionMessageAction, Stack, Text } from '@forge/react';
import React from 'react';
import type { CallError } from '../../shared/call-error';

interface Props {
  error: CallError;
  onTheirs: () => void;
  onMine: () => void;
}

/** Somebody else saved first: the choice between what they said and what is written here. */
export function Conflict({ error, onTheirs, onMine }: Props) {
  return (
    <SectionMessage
      appearance="warning"
      title="Somebody else changed the settings"
      actions={[
        <SectionMessageAction key="theirs" onClick={onTheirs}>
          Keep theirs
        </SectionMessageAction>,
        <SectionMessageAction key="mine" onClick={onMine}>
          Save mine over it
        </SectionMessageAction>,
      ]}
    >
      <Stack space="space.050">
        <Text>{error.message}</Text>
        {error.advice !== undefined && <Text>{error.advice}</Text>}
      </Stack>
    </SectionMessage>
  );
}
