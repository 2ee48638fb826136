import { Box, Link, Text } from '@forge/react';
import React, { useCallback } from 'react';
import type { ListedRequest } from '../../../contract/requests';
import { call } from '../../shared/call';
import { textCell } from '../../shared/cells';
import { Failure } from '../../shared/Failure';
import { Moment } from '../../shared/Moment';
import { useNavigation } from '../../shared/navigation';
import { RowAction } from '../../shared/RowAction';
import { Section } from '../../shared/Section';
import { Table } from '../../shared/Table';
import { useNow } from '../../shared/use-now';
import { useResource } from '../../shared/use-resource';

const head = {
  cells: [
    { key: 'request', content: 'Request', width: 15 },
    { key: 'summary', content: 'Summary', width: 35 },
    { key: 'by', content: 'Sent by', width: 19 },
    { key: 'when', content: 'When', width: 16 },
    { key: 'comment', content: '', width: 15 },
  ],
};

/**
 * What was sent through the console in the last 30 days. There is nothing to see where nothing was sent.
 * @param latest the key of what was sent on this page: another one is a reason to load anew
 */
export function RecentRequests({ latest }: { latest: string | null }) {
  const load = useCallback(
    () => call('requests.sent', {}),
    // Another request that was sent is a reason to load anew.
    // oxlint-disable-next-line react/exhaustive-deps
    [latest],
  );
  const { data, error, reload } = useResource(load);
  if (error === null && (data === null || data.sent.length === 0)) return null;
  return (
    <Section title="Recent requests">
      {error && <Failure error={error} onRetry={reload} />}
      {data && data.sent.length > 0 && <SentTable sent={data.sent} />}
    </Section>
  );
}

function SentTable({ sent }: { sent: readonly ListedRequest[] }) {
  const now = useNow();
  const { go } = useNavigation();
  const rows = sent.map(({ key, summary, helpCenterId, by, at }) => ({
    key,
    cells: [
      {
        key: 'request',
        content: (
          <Text>
            <Link href={`/browse/${encodeURIComponent(key)}`} openNewTab>
              {key}
            </Link>
          </Text>
        ),
      },
      { key: 'summary', content: textCell(summary ?? 'Not visible to you') },
      { key: 'by', content: textCell(by ?? 'Unknown') },
      {
        key: 'when',
        content: (
          <Box>
            <Moment time={at} now={now} />
          </Box>
        ),
      },
      {
        key: 'comment',
        content: (
          <RowAction verb="Comment" name={`on ${key}`} onClick={() => go(['requests', 'comment', helpCenterId, key])} />
        ),
      },
    ],
  }));
  return <Table minWidth={640} label="Recent requests" head={head} rows={rows} />;
}
