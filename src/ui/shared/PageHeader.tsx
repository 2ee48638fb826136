import { Heading, Inline, Stack, Text } from '@forge/react';
import React from 'react';
import { breakable } from './format';
import { useWindowTitle } from './use-window-title';

export interface PageHeaderProps {
  title: string;
  /** One sentence: what the page is for. */
  purpose: React.ReactNode;
  actions?: React.ReactNode;
}

/** Heading, one sentence under it, actions at the right. The window is named after it. */
export function PageHeader({ title, purpose, actions }: PageHeaderProps) {
  useWindowTitle(title);
  return (
    <Inline spread="space-between" alignBlock="start" space="space.200" rowSpace="space.150" shouldWrap>
      <Stack space="space.100">
        <Heading as="h1" size="large">
          {breakable(title)}
        </Heading>
        <Text color="color.text.subtle">{purpose}</Text>
      </Stack>
      {actions}
    </Inline>
  );
}
