import { SectionMessage, Text } from '@forge/react';
import React from 'react';
import { Skeleton } from '../shared/Skeleton';
import { Profile } from './Profile';
import { useIssueKey } from './use-issue-key';

export function App() {
  const issueKey = useIssueKey();
  if (issueKey === undefined) return <Skeleton lines={6} label="Loading the customer" />;
  if (issueKey === null) {
    return (
      <SectionMessage appearance="warning" title="No issue to show">
        <Text>Open an issue to see its customer.</Text>
      </SectionMessage>
    );
  }
  return <Profile key={issueKey} issueKey={issueKey} />;
}
