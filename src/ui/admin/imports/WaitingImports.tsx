import { Box, Inline, Stack } from '@forge/react';
import React from 'react';
import type { WaitingJob } from '../../../contract/jobs';
import { call } from '../../shared/call';
import { linkCell, numberCell, numberHead } from '../../shared/cells';
import { Failure } from '../../shared/Failure';
import { formatCount } from '../../shared/format';
import { RowAction } from '../../shared/RowAction';
import { Section } from '../../shared/Section';
import { Table } from '../../shared/Table';
import { useAction } from '../../shared/use-action';
import { nameOf } from './job/job-words';

const head = {
  cells: [
    { key: 'place', content: numberHead('Place'), width: 8 },
    { key: 'name', content: 'Name', width: 56 },
    { key: 'actions', content: '', width: 36 },
  ],
};

interface Props {
  queue: readonly WaitingJob[];
  onMoved: (queue: WaitingJob[]) => void;
}

/** The imports that wait for their turn, where their order matters: the next one first. */
export function WaitingImports({ queue, onMoved }: Props) {
  const move = useAction(async (jobId: string, to: 'up' | 'front') => {
    onMoved((await call('jobs.moveUp', { jobId, to })).queue);
  });
  if (queue.length < 2) return null;
  const rows = queue.map((job, at) => ({
    key: job.id,
    cells: [
      { key: 'place', content: numberCell(formatCount(at + 1)) },
      { key: 'name', content: linkCell(nameOf(job), ['imports', job.id]) },
      {
        key: 'actions',
        content: (
          <Box>
            {at > 0 && (
              <Inline space="space.100">
                <RowAction verb="Move up" name={nameOf(job)} onClick={() => move.run(job.id, 'up')} />
                <RowAction verb="Move to front" name={nameOf(job)} onClick={() => move.run(job.id, 'front')} />
              </Inline>
            )}
          </Box>
        ),
      },
    ],
  }));
  return (
    <Section title="Waiting for their turn">
      <Stack space="space.100">
        {move.error && <Failure error={move.error} />}
        <Table minWidth={640} label="Waiting imports" head={head} rows={rows} />
      </Stack>
    </Section>
  );
}
