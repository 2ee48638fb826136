import { Box } from '@forge/react';
import React from 'react';
import { numberCell, numberHead, textCell } from '../../shared/cells';
import type { JobSummary } from '../../../contract/jobs';
import { formatCount } from '../../shared/format';
import { Moment } from '../../shared/Moment';
import { Table } from '../../shared/Table';
import { TextLink } from '../../shared/TextLink';
import { useNow } from '../../shared/use-now';
import { JobLozenge } from './JobLozenge';
import { unsuccessfulRows } from './job/job-words';
import { operationNames } from './wizard/words';

const head = {
  cells: [
    { key: 'name', content: 'Name', width: 24 },
    { key: 'kind', content: 'Operation', width: 16 },
    { key: 'by', content: 'Started by', width: 14 },
    { key: 'when', content: 'When', width: 14 },
    { key: 'rows', content: numberHead('Rows'), width: 8 },
    { key: 'not', content: numberHead('Not done'), width: 9 },
    { key: 'state', content: 'State', width: 15 },
  ],
};

export function JobTable({ jobs, label }: { jobs: readonly JobSummary[]; label: string }) {
  const now = useNow();
  return (
    <Table
      minWidth={760}
      label={label}
      head={head}
      rows={jobs.map((job) => ({
        key: job.id,
        cells: [
          {
            key: 'name',
            content: (
              <Box>
                <TextLink to={['imports', job.id]}>{job.name}</TextLink>
              </Box>
            ),
          },
          { key: 'kind', content: textCell(operationNames[job.operation]) },
          { key: 'by', content: textCell(job.startedBy.name) },
          {
            key: 'when',
            content: (
              <Box>
                <Moment time={job.createdAt} now={now} />
              </Box>
            ),
          },
          { key: 'rows', content: numberCell(formatCount(job.rows.total)) },
          { key: 'not', content: numberCell(formatCount(unsuccessfulRows(job))) },
          {
            key: 'state',
            content: (
              <Box>
                <JobLozenge job={job} />
              </Box>
            ),
          },
        ],
      }))}
    />
  );
}
