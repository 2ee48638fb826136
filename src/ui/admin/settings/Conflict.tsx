import React from 'react';
import type { CallError } from '../../shared/call-error';
import { TheirsOrMine } from '../../shared/TheirsOrMine';

interface Props {
  error: CallError;
  isRunning: boolean;
  onTheirs: () => void;
  onMine: () => void;
}

/** Says that someone else has saved settings meanwhile, in the words of the back end: it knows who and what. */
export function Conflict({ error: { message, advice }, isRunning, onTheirs, onMine }: Props) {
  return (
    <TheirsOrMine
      title="Someone else has changed the settings meanwhile"
      words={advice === undefined ? [message] : [message, advice]}
      isRunning={isRunning}
      onKeep={onTheirs}
      onOverwrite={onMine}
    />
  );
}
