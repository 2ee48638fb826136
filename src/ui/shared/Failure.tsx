import { SectionMessage, SectionMessageAction, Stack, Text } from '@forge/react';
import React from 'react';
import type { CallError } from './call-error';
import { canRetry, errorWords } from './error-words';

interface FailureProps {
  error: CallError;
  onRetry?: (() => void) | undefined;
}

/** Stands in the place of the content that failed. */
export function Failure({ error, onRetry }: FailureProps) {
  const { title, quote, advice } = errorWords(error);
  const actions =
    onRetry !== undefined && canRetry(error)
      ? [
          <SectionMessageAction key="retry" onClick={onRetry}>
            Try again
          </SectionMessageAction>,
        ]
      : [];
  return (
    <SectionMessage appearance="error" title={title} actions={actions}>
      <Stack space="space.050">
        <Text>{quote}</Text>
        <Text>{advice}</Text>
      </Stack>
    </SectionMessage>
  );
}
