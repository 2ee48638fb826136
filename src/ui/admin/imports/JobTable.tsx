import { Box } from '@forge/react';
import React from 'react';
import { numberCell, numberHead, textCell } from '../../shared/cells';
import type { ListedJob } from '../../../contract/jobs';
import { formatCount } from '../../shared/format';
import { Moment } from '../../shared/Moment';
import { Table } from '../../shared/Table';
import { TextLink } from '../../shared/TextLink';
import { useNow } from '../../shared/use-now';
import { JobLozenge } from './JobLozenge';
import { nameOf, unsuccessfulRows } from './job/job-words';
import { operationOfJob, wordsOf } from './kind-words';

const head = {
  cells: [
    { key: 'name', content: 'Name', width: 24 },
    { key: 'kind', content: 'Operation', width: 16 },
    { key: 'by', content: 'Started by', width: 14 },
    { key: 'when', content: 'When', width: 12 },
    { key: 'rows', content: numberHead('Rows'), width: 7 },
    { key: 'not', content: numberHead('Unsuccessful'), width: 12 },
    { key: 'state', content: 'State', width: 15 },
  ],
};

export function JobTable({ jobs, label }: { jobs: readonly ListedJob[]; label: string }) {
  const now = useNow();
  return <Table minWidth={760} label={label} head={head} rows={jobs.map((job) => rowOf(job, now))} />;
}

function rowOf(job: ListedJob, now: number) {
  const { operation, rows, notDone } = factsOf(job);
  return {
    key: job.id,
    cells: [
      {
        key: 'name',
        content: (
          <Box>
            <TextLink to={['imports', job.id]}>{nameOf(job)}</TextLink>
          </Box>
        ),
      },
      { key: 'kind', content: textCell(operation) },
      { key: 'by', content: textCell(job.startedBy?.name ?? '') },
      { key: 'when', content: <Box>{job.createdAt !== null && <Moment time={job.createdAt} now={now} />}</Box> },
      { key: 'rows', content: numberCell(rows) },
      { key: 'not', content: numberCell(notDone) },
      {
        key: 'state',
        content: (
          <Box>
            <JobLozenge job={job} />
          </Box>
        ),
      },
    ],
  };
}

/** What was done, and to how many rows: of a job that cannot be read, nobody knows. */
function factsOf(job: ListedJob): { operation: string; rows: string; notDone: string } {
  if (job.state === 'unreadable') return { operation: '', rows: '', notDone: '' };
  return {
    operation: `${wordsOf(job).title}: ${operationOfJob(job).name.toLowerCase()}`,
    rows: formatCount(job.rows.total),
    notDone: formatCount(unsuccessfulRows(job)),
  };
}
