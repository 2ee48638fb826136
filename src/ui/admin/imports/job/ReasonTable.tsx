import { Box } from '@forge/react';
import React, { useCallback } from 'react';
import type { JobView, ReasonOfRows } from '../../../../contract/jobs';
import { call } from '../../../shared/call';
import { numberCell, numberHead, textCell } from '../../../shared/cells';
import { formatCount } from '../../../shared/format';
import { RowAction } from '../../../shared/RowAction';
import { Table } from '../../../shared/Table';
import { useResource } from '../../../shared/use-resource';
import { type ReasonRow, firstRowsWords, reasonRows, unsuccessfulRows } from './job-words';

const head = {
  cells: [
    { key: 'rows', content: numberHead('Rows'), width: 10 },
    { key: 'reason', content: 'Reason', width: 56 },
    { key: 'first', content: 'First rows', width: 20 },
    { key: 'download', content: '', width: 14 },
  ],
};

interface Props {
  job: JobView;
  onDownload: (only: ReasonOfRows) => void;
}

/** What the reasons of the rows have in common, each with its first rows and a download of its own. */
export function ReasonTable({ job, onDownload }: Props) {
  const first = useFirstRows(job);
  const rows = reasonRows(job).map((row) => ({
    key: `${row.list} ${row.reason}`,
    cells: [
      { key: 'rows', content: numberCell(formatCount(row.rows)) },
      { key: 'reason', content: textCell(row.words) },
      { key: 'first', content: textCell(first(row)) },
      {
        key: 'download',
        content: (
          <Box>
            {row.isOther || (
              <RowAction
                verb="Download"
                name={row.words}
                onClick={() => onDownload({ list: row.list, reason: row.reason })}
              />
            )}
          </Box>
        ),
      },
    ],
  }));
  return <Table minWidth={640} label="Reasons" head={head} rows={rows} />;
}

/** Says where the first rows of a reason are; empty until that is known. They are asked for again when there are more. */
function useFirstRows(job: JobView): (row: ReasonRow) => string {
  const rows = unsuccessfulRows(job);
  const load = useCallback(
    () => call('jobs.firstRows', { jobId: job.id }),
    // More rows are a new question about the first of them.
    // oxlint-disable-next-line react/exhaustive-deps
    [job.id, rows],
  );
  const { data } = useResource(load);
  return (row) => {
    const found = data?.reasons.find(({ list, reason }) => list === row.list && reason === row.reason);
    return found === undefined ? '' : firstRowsWords(found.rows, row.rows);
  };
}
