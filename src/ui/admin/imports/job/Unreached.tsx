import { Box, Inline, LoadingButton, SectionMessage, Stack, Text } from '@forge/react';
import React from 'react';
import type { JobView } from '../../../../contract/jobs';
import type { CallError } from '../../../shared/call-error';
import { useRetry } from '../../../shared/use-retry';
import { unreachedWords } from './job-words';

interface Props {
  error: CallError;
  /** The import as it stood when the site answered last; null when it has not yet. */
  job: JobView | null;
  onRetry: () => void;
}

/** The page cannot learn how the import stands just now. That is no fault of the import, which does not need the page. */
export function Unreached({ error, job, onRetry }: Props) {
  const retry = useRetry(error, onRetry);
  const { title, advice } = unreachedWords(error.code, job?.state ?? null);
  return (
    <Box role="status">
      <SectionMessage appearance="information" title={title}>
        <Stack space="space.100">
          <Stack space="space.050">
            <Text>{advice}</Text>
            <Text color="color.text.subtle">{`“${error.message}”`}</Text>
          </Stack>
          <Inline>
            <LoadingButton spacing="compact" isLoading={retry.isRunning} onClick={retry.run}>
              Try again now
            </LoadingButton>
          </Inline>
        </Stack>
      </SectionMessage>
    </Box>
  );
}
