import { SectionMessage, Text } from '@forge/react';
import React from 'react';

/** Stands in the place of the whole profile: whoever may not see the issue any more is shown nothing of what they saw. */
export function HiddenIssue() {
  return (
    <SectionMessage appearance="warning" title="This issue is not shown to you">
      <Text>So its customer is not either. Whoever administers the space can let you see the issue.</Text>
    </SectionMessage>
  );
}
