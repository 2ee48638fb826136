import { Inline, LoadingButton, SectionMessage, Stack, Text } from '@forge/react';
import React from 'react';
import { errorWords } from '../shared/error-words';
import { useAction } from '../shared/use-action';
import { useFocusHandedOn } from '../shared/use-focus-handed-on';
import { useCall } from './call';

interface Props {
  issueKey: string;
  /** More than nothing once the focus was to come here, and another number each time. */
  focusTurn: number;
  /** The issue is shown again: a right that was lost was given back. */
  onShown: () => void;
}

/** Stands in the place of the whole profile: whoever may not see the issue any more is shown nothing of what they saw. */
export function HiddenIssue({ issueKey, focusTurn, onShown }: Props) {
  const call = useCall();
  const { run, isRunning, error } = useAction(async () => {
    await call('profile.open', { issueKey });
    onShown();
  });
  const focus = useFocusHandedOn();
  const failed = error === null || error.code === 'NOT_FOUND' ? null : errorWords(error);
  return (
    <SectionMessage appearance="warning" title="You can’t view this issue">
      <Stack space="space.100">
        <Text>You can’t view its customer either. A space administrator can give you access to the issue.</Text>
        {failed !== null && (
          <Stack space="space.050">
            <Text>{`Trying again failed: ${failed.quote}`}</Text>
            <Text>{failed.advice}</Text>
          </Stack>
        )}
        <Inline>
          <LoadingButton
            // UI Kit gives the focus to what appears, and to nothing else.
            key={focusTurn}
            autoFocus={focusTurn > 0}
            spacing="compact"
            isLoading={isRunning}
            onClick={run}
            {...focus}
          >
            Try again
          </LoadingButton>
        </Inline>
      </Stack>
    </SectionMessage>
  );
}
