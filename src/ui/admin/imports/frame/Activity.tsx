import { Button, Inline, ProgressBar, Stack, Text } from '@forge/react';
import React from 'react';
import { countOf, formatPercent } from '../../../shared/format';
import { Announcement } from '../../../shared/Skeleton';
import type { FrameState } from './frame-state';

interface Props {
  activity: NonNullable<FrameState['activity']>;
  words: string;
  /** The site has asked to slow down. */
  isSlowed?: boolean;
  onStop: () => void;
}

const SLOWED = 'Your site is asking to slow down. This continues automatically in a moment.';

/** How far the frame is with what it does, and the way to stop it. */
export function Activity({ activity: { rows, fraction }, words, isSlowed = false, onStop }: Props) {
  const tenths = Math.floor(fraction * 10);
  return (
    <Stack space="space.150">
      <Announcement text={isSlowed ? SLOWED : `${words}: ${tenths * 10}%`} />
      <Inline spread="space-between" alignBlock="center" space="space.200" shouldWrap>
        <Text>{words}</Text>
        <Button onClick={onStop}>Stop</Button>
      </Inline>
      <ProgressBar value={fraction} ariaLabel={words} />
      <Text color="color.text.subtle">
        {countOf(rows, 'row')} · {formatPercent(fraction, 1)}
      </Text>
      {isSlowed && <Text>{SLOWED}</Text>}
    </Stack>
  );
}
