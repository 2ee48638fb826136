import { Stack, Text } from '@forge/react';
import React from 'react';
import { Skeleton } from '../shared/Skeleton';
import { useSlow } from './use-slow';

/** Holds the place of what is on its way, and says so when the site is slow. */
export function Waiting({ lines, label }: { lines: number; label: string }) {
  const isSlow = useSlow(true);
  return (
    <Stack space="space.150">
      {isSlow && <Text color="color.text.subtle">Your site is slow to respond. This continues automatically.</Text>}
      <Skeleton lines={lines} label={isSlow ? `${label}: your site is slow to respond` : label} />
    </Stack>
  );
}
