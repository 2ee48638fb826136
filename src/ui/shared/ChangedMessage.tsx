import React from 'react';
import { isolated } from '../../domain/isolated';
import { TheirsOrMine } from './TheirsOrMine';

interface Props {
  /** What has changed, as the page names it. */
  what: string;
  /** What it is now, as a person reads it. */
  present: string;
  isRunning: boolean;
  onKeep: () => void;
  onOverwrite: () => void;
}

/** Says that someone else was faster with one value, and what it is now. */
export function ChangedMessage({ what, present, ...choice }: Props) {
  return (
    <TheirsOrMine
      title="Someone else has changed it meanwhile"
      words={[`${isolated(what)} is now: ${isolated(present)}. Nothing of yours was saved.`]}
      {...choice}
    />
  );
}
