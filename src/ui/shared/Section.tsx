import { Heading, Inline, Stack } from '@forge/react';
import React from 'react';

interface SectionProps {
  title: string;
  /** What can be done with the section, at its right. */
  actions?: React.ReactNode;
  children: React.ReactNode;
}

/** One part of a page under a heading of its own. */
export function Section({ title, actions, children }: SectionProps) {
  return (
    <Stack space="space.200">
      <Inline spread="space-between" alignBlock="center" space="space.100" shouldWrap>
        <Heading as="h2" size="small">
          {title}
        </Heading>
        {actions}
      </Inline>
      {children}
    </Stack>
  );
}
