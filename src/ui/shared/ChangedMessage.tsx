import React from 'react';
import { isolated } from '../../domain/isolated';
import { KeepOrOverwrite } from './KeepOrOverwrite';

interface Props {
  /** What has changed, as the page names it. */
  what: string;
  /** What it is now, as a person reads it. */
  present: string;
  isRunning: boolean;
  onKeep: () => void;
  onOverwrite: () => void;
  /** See `KeepOrOverwrite`. */
  onFocus?: () => void;
  onBlur?: () => void;
}

/** Says that one value was changed meanwhile, by somebody else or in another place by the same person, and what it is now. */
export function ChangedMessage({ what, present, ...choice }: Props) {
  return (
    <KeepOrOverwrite
      title="This has changed since you opened it"
      words={[`${isolated(what)} is now: ${isolated(present)}. Your change wasn’t saved.`]}
      {...choice}
    />
  );
}
