import { Button, Inline, LoadingButton, SectionMessage, Stack, Text } from '@forge/react';
import React from 'react';

interface Props {
  /** What has changed, as the page names it. */
  what: string;
  /** What it is now, as a person reads it. */
  present: string;
  isRunning: boolean;
  onKeep: () => void;
  onOverwrite: () => void;
}

/** Says that someone else was faster, and lets the person choose between the two. */
export function ChangedMessage({ what, present, isRunning, onKeep, onOverwrite }: Props) {
  return (
    <SectionMessage appearance="warning" title="Someone else has changed it meanwhile">
      <Stack space="space.150">
        <Text>{`${what} is now: ${present}. Nothing of yours was saved.`}</Text>
        <Inline space="space.100" rowSpace="space.100" shouldWrap>
          <Button onClick={onKeep}>Keep theirs</Button>
          <LoadingButton appearance="warning" isLoading={isRunning} onClick={onOverwrite}>
            Save mine over it
          </LoadingButton>
        </Inline>
      </Stack>
    </SectionMessage>
  );
}
