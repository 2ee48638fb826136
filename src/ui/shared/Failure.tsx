import { Inline, LoadingButton, SectionMessage, Stack, Text } from '@forge/react';
import React from 'react';
import type { CallError } from './call-error';
import { canRetry, errorWords } from './error-words';
import { useOutage } from './outage';
import { useFocusHandedOn } from './use-focus-handed-on';
import { useRetry } from './use-retry';

interface FailureProps {
  error: CallError;
  /** What is not there, where several things can be missing: "The entitlements could not be loaded". */
  title?: string | undefined;
  onRetry?: (() => void) | undefined;
  /** Whether it is being tried again, where its error cannot tell: see `useRetry`. */
  isRetrying?: boolean | undefined;
}

/** Stands in the place of the content that failed. */
export function Failure({ error, title, onRetry, isRetrying }: FailureProps) {
  const words = errorWords(error);
  const retry = useRetry(error, () => onRetry?.());
  const focus = useFocusHandedOn();
  if (useOutage(error, onRetry, isRetrying))
    return <Text color="color.text.subtle">{title === undefined ? 'Couldn’t be loaded.' : `${title}.`}</Text>;
  return (
    <SectionMessage appearance="error" title={title ?? words.title}>
      <Stack space="space.100">
        <Stack space="space.050">
          <Text>{words.quote}</Text>
          <Text>{words.advice}</Text>
        </Stack>
        {onRetry !== undefined && canRetry(error) && (
          <Inline>
            <LoadingButton spacing="compact" isLoading={isRetrying ?? retry.isRunning} onClick={retry.run} {...focus}>
              Try again
            </LoadingButton>
          </Inline>
        )}
      </Stack>
    </SectionMessage>
  );
}
