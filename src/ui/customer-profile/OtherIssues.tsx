import { Box, Inline, Link, Lozenge, Stack, Text, xcss } from '@forge/react';
import React from 'react';
import type { OtherIssues as Found } from '../../contract/profile/views';
import type { Result } from '../../contract/result';
import { PartFailure } from '../shared/PartFailure';
import { Part } from './Part';
import { Waiting } from './Waiting';
import { otherIssuesWords } from './words';

interface Props {
  /** Null until they are loaded. */
  issues: Result<Found> | null;
  onRetry: () => void;
  isRetrying: boolean;
}

/** What else the person waits for. */
export function OtherIssues({ issues, ...retry }: Props) {
  if (issues === null) {
    return (
      <Part title="Other open issues">
        <Waiting lines={2} label="Loading other open issues" />
      </Part>
    );
  }
  if (!issues.ok) {
    return (
      <Part title="Other open issues">
        <PartFailure title="Other open issues could not be loaded" error={issues.error} {...retry} />
      </Part>
    );
  }
  const { issues: found, hasMore, jql } = issues.data;
  return (
    <Part title={otherIssuesWords(found.length, hasMore)}>
      <Stack space="space.075">
        {found.map((issue) => (
          <IssueLine key={issue.key} issue={issue} />
        ))}
      </Stack>
      {found.length > 0 && (
        <Text>
          <Link href={`/issues/?jql=${encodeURIComponent(jql)}`} openNewTab>
            All their open issues
          </Link>
        </Text>
      )}
    </Part>
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
