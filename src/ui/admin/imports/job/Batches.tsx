import { Box, Button, Lozenge, Stack, Text } from '@forge/react';
import React, { useCallback, useState } from 'react';
import { numberCell, numberHead, textCell } from '../../../shared/cells';
import type { BatchView, JobView } from '../../../../contract/jobs';
import { call } from '../../../shared/call';
import { Failure } from '../../../shared/Failure';
import { formatCount, formatDuration } from '../../../shared/format';
import { PAGE_SIZE, Pages } from '../../../shared/Pages';
import { Section } from '../../../shared/Section';
import { Skeleton } from '../../../shared/Skeleton';
import { Table } from '../../../shared/Table';
import { settledAppearance, slotWords } from './job-words';
import { useResource } from '../../../shared/use-resource';

const head = {
  cells: [
    { key: 'number', content: numberHead('No.'), width: 6 },
    { key: 'rows', content: numberHead('Rows'), width: 8 },
    { key: 'task', content: 'Task', width: 42 },
    { key: 'state', content: 'State', width: 16 },
    { key: 'succeeded', content: numberHead('Succeeded'), width: 14 },
    { key: 'took', content: numberHead('Duration'), width: 14 },
  ],
};

const states = {
  waiting: { words: 'Waiting', appearance: 'default' },
  sent: { words: 'Sent', appearance: 'inprogress' },
  'reading-back': { words: 'Verifying', appearance: 'moved' },
  settled: { words: 'Completed', appearance: 'success' },
  'not-sent': { words: 'Not sent', appearance: 'default' },
} as const;

const tookOf = ({ sentAt, settledAt }: BatchView): string =>
  sentAt === null || settledAt === null ? '' : formatDuration((settledAt - sentAt) / 1000);

function batchRow(batch: BatchView) {
  const { words, appearance } = states[batch.state];
  return {
    key: String(batch.number),
    cells: [
      // People count from one; batches are numbered from zero.
      { key: 'number', content: numberCell(formatCount(batch.number + 1)) },
      { key: 'rows', content: numberCell(formatCount(batch.rows)) },
      { key: 'task', content: textCell(batch.taskId ?? '') },
      {
        key: 'state',
        content: (
          <Box>
            <Lozenge appearance={batch.state === 'settled' ? settledAppearance(batch) : appearance}>{words}</Lozenge>
          </Box>
        ),
      },
      { key: 'succeeded', content: numberCell(batch.tally ? formatCount(batch.tally.succeeded) : '') },
      { key: 'took', content: numberCell(tookOf(batch)) },
    ],
  };
}

/** The requests of a job, for those who look into one: loaded once they are asked for. */
export function Batches({ job }: { job: JobView }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <Section
      title="Batches"
      actions={
        <Button appearance="subtle" onClick={() => setOpen((now) => !now)}>
          {isOpen ? 'Hide details' : 'Show details'}
        </Button>
      }
    >
      {isOpen && <BatchPages job={job} />}
    </Section>
  );
}

/** 25 batches a page. They are asked for again whenever the job itself has moved. */
function BatchPages({ job }: { job: JobView }) {
  const [page, setPage] = useState(0);
  const moves = `${job.state} ${job.batches.settled} ${job.batches.inFlight} ${job.waiting?.for}`;
  const slots = slotWords(job);
  return (
    <Stack space="space.150">
      {slots !== null && <Text color="color.text.subtle">{slots}</Text>}
      <BatchPage jobId={job.id} page={page} moves={moves} />
      <Pages label="Pages of batches" total={job.batches.total} page={page} onPage={setPage} />
    </Stack>
  );
}

function useBatches(jobId: string, page: number, moves: string) {
  const load = useCallback(
    () => call('jobs.batches', { jobId, from: page * PAGE_SIZE }),
    // A job that has moved is a new question about its batches.
    // oxlint-disable-next-line react/exhaustive-deps
    [jobId, page, moves],
  );
  return useResource(load);
}

function BatchPage({ jobId, page, moves }: { jobId: string; page: number; moves: string }) {
  const { data, error, reload } = useBatches(jobId, page, moves);
  return (
    <Stack space="space.150">
      {error && <Failure error={error} onRetry={reload} />}
      {!data && !error && <Skeleton lines={4} label="Loading batches" />}
      {data && <Table minWidth={640} label="Batches" head={head} rows={data.batches.map(batchRow)} />}
    </Stack>
  );
}
