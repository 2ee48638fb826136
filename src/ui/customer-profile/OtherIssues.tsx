import { Box, Inline, Link, Lozenge, Stack, Text, xcss } from '@forge/react';
import React from 'react';
import type { OtherIssues as Found } from '../../contract/profile/views';
import { PartFailure } from '../shared/PartFailure';
import { Part } from './Part';
import type { RestPart } from './use-rest';
import { Waiting } from './Waiting';
import { otherIssuesWords } from './words';

interface Props {
  issues: RestPart<Found>;
  onRetry: () => void;
  isRetrying: boolean;
}

/** What else the person waits for. */
export function OtherIssues({ issues: { data, error, isLost }, ...retry }: Props) {
  if (data === undefined && isLost) return null;
  const title = data === undefined ? 'Other open issues' : otherIssuesWords(data.issues.length, data.hasMore);
  return (
    <Part title={title}>
      {data === undefined && error === null && <Waiting lines={2} label="Loading other open issues" />}
      {error !== null && <PartFailure title="Other open issues couldn’t be loaded" error={error} {...retry} />}
      {data !== undefined && <IssueList found={data} />}
    </Part>
  );
}

function IssueList({ found: { issues, jql } }: { found: Found }) {
  if (issues.length === 0) return null;
  return (
    <Stack space="space.100">
      <Stack space="space.075">
        {issues.map((issue) => (
          <IssueLine key={issue.key} issue={issue} />
        ))}
      </Stack>
      <Text>
        <Link href={`/issues/?jql=${encodeURIComponent(jql)}`} openNewTab>
          All their open issues
        </Link>
      </Text>
    </Stack>
  );
}

const line = xcss({ width: '100%' });

function IssueLine({ issue: { key, summary, status } }: { issue: Found['issues'][number] }) {
  return (
    <Box xcss={line}>
      <Inline space="space.100" rowSpace="space.025" alignBlock="center" shouldWrap>
        <Text>
          <Link href={`/browse/${encodeURIComponent(key)}`}>{key}</Link>
        </Text>
        {status !== '' && <Lozenge>{status}</Lozenge>}
      </Inline>
      <Text maxLines={2}>{summary}</Text>
    </Box>
  );
}
