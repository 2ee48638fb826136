import { EmptyState, LoadingButton } from '@forge/react';
import React from 'react';
import type { CallError } from '../shared/call-error';
import { errorWords } from '../shared/error-words';
import { useRetry } from '../shared/use-retry';
import { useWindowTitle } from '../shared/use-window-title';

/** What whoever may not be in the console sees in the place of every page of it. */
export function NoAccessPage({ error, onRetry }: { error: CallError; onRetry: () => void }) {
  const { title, advice } = errorWords(error);
  const retry = useRetry(error, onRetry);
  useWindowTitle(title);
  return (
    <EmptyState
      header={title}
      headingLevel={1}
      description={`${error.message} ${advice}`}
      primaryAction={
        <LoadingButton isLoading={retry.isRunning} onClick={retry.run}>
          Try again
        </LoadingButton>
      }
    />
  );
}
