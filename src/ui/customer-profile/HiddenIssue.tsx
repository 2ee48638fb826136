import { Button, Inline, SectionMessage, Stack, Text } from '@forge/react';
import React from 'react';

/**
 * Stands in the place of the whole profile: whoever may not see the issue any more is shown nothing of what they saw.
 * @param onRetry asks again: a right that was lost can be given back
 */
export function HiddenIssue({ onRetry }: { onRetry: () => void }) {
  return (
    <SectionMessage appearance="warning" title="This issue is not shown to you">
      <Stack space="space.100">
        <Text>So its customer is not either. Whoever administers the space can let you see the issue.</Text>
        <Inline>
          <Button spacing="compact" onClick={onRetry}>
            Try again
          </Button>
        </Inline>
      </Stack>
    </SectionMessage>
  );
}
