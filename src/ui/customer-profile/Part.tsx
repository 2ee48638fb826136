import { Heading, Stack } from '@forge/react';
import React from 'react';

/** One part of the profile under its heading; narrow, so that nothing stands beside anything. */
export function Part({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <Stack space="space.100">
      <Heading as="h3" size="xsmall">
        {title}
      </Heading>
      {children}
    </Stack>
  );
}
