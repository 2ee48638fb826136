import { Heading, Stack } from '@forge/react';
import React from 'react';

/** One part of a page under a heading of its own. */
export function Section({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <Stack space="space.200">
      <Heading as="h2" size="small">
        {title}
      </Heading>
      {children}
    </Stack>
  );
}
