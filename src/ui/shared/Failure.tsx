import { SectionMessage, SectionMessageAction, Stack, Text } from '@forge/react';
import React from 'react';
import type { CallError } from './call-error';
import { canRetry, errorWords } from './error-words';

interface FailureProps {
  error: CallError;
  /** What is not there, where several things can be missing: "The entitlements could not be loaded". */
  title?: string | undefined;
  onRetry?: (() => void) | undefined;
}

/** Stands in the place of the content that failed. */
export function Failure({ error, title, onRetry }: FailureProps) {
  const words = errorWords(error);
  const actions =
    onRetry !== undefined && canRetry(error)
      ? [
          <SectionMessageAction key="retry" onClick={onRetry}>
            Try again
          </SectionMessageAction>,
        ]
      : [];
  return (
    <SectionMessage appearance="error" title={title ?? words.title} actions={actions}>
      <Stack space="space.050">
        <Text>{words.quote}</Text>
        <Text>{words.advice}</Text>
      </Stack>
    </SectionMessage>
  );
}
