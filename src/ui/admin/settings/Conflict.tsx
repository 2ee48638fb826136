import React from 'react';
import type { CallError } from '../../shared/call-error';
import { KeepOrOverwrite } from '../../shared/KeepOrOverwrite';

interface Props {
  error: CallError;
  isRunning: boolean;
  onKeep: () => void;
  onOverwrite: () => void;
}

/** Says that settings were saved meanwhile, in the words of the back end: it knows by whom, and what they say now. */
export function Conflict({ error: { message, advice }, isRunning, onKeep, onOverwrite }: Props) {
  return (
    <KeepOrOverwrite
      title="The settings have changed"
      words={advice === undefined ? [message] : [message, advice]}
      isRunning={isRunning}
      onKeep={onKeep}
      onOverwrite={onOverwrite}
    />
  );
}
