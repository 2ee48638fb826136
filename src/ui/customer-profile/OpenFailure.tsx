import { SectionMessage, SectionMessageAction, Text } from '@forge/react';
import React from 'react';
import { Failure } from '../shared/Failure';
import type { CallError } from '../shared/call-error';

interface Props {
  error: CallError;
  /** Loads the profile of the reporter anew. */
  onReload: () => void;
}

/** Why nothing of a person can be shown. */
export function OpenFailure({ error, onReload }: Props) {
  if (error.code === 'NOT_FOUND') {
    return (
      <SectionMessage appearance="warning" title="This issue is not shown to you">
        <Text>So its customer is not either. Whoever administers the space can let you see the issue.</Text>
      </SectionMessage>
    );
  }
  if (error.code === 'CONFLICT') {
    const reload = (
      <SectionMessageAction key="reload" onClick={onReload}>
        Load it again
      </SectionMessageAction>
    );
    return (
      <SectionMessage appearance="information" title="The profile was opened a while ago" actions={[reload]}>
        <Text>Who may see the customer can have changed since.</Text>
      </SectionMessage>
    );
  }
  return <Failure title="The customer could not be loaded" error={error} onRetry={onReload} />;
}
