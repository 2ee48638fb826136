import { SectionMessage, Stack, Text } from '@forge/react';
import React from 'react';
import type { FrameState } from './frame-state';

/** What the file frame could not do, in its own words, and the next step. */
export function FrameFailure({ failure }: { failure: NonNullable<FrameState['failure']> }) {
  return (
    <SectionMessage appearance="error" title={failure.title}>
      <Stack space="space.050">
        <Text>{`“${failure.message}”`}</Text>
        {failure.advice !== null && <Text>{failure.advice}</Text>}
      </Stack>
    </SectionMessage>
  );
}
