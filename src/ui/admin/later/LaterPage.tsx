import { Heading, Stack, Text } from '@forge/react';
import React from 'react';
import { useWindowTitle } from '../../shared/use-window-title';
import type { SectionRoute } from '../routes';

type LaterRoute = Extract<SectionRoute, 'sync'>;

const pages: Record<LaterRoute, { title: string; words: string }> = {
  sync: { title: 'Sync', words: 'This page isn’t available yet.' },
};

/** The page of a section that has no content yet, and says so. */
export function LaterPage({ route }: { route: LaterRoute }) {
  const { title, words } = pages[route];
  useWindowTitle(title);
  return (
    <Stack space="space.100">
      <Heading as="h1" size="large">
        {title}
      </Heading>
      <Text color="color.text.subtle">{words}</Text>
    </Stack>
  );
}
