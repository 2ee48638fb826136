import { Box, Lozenge, Stack } from '@forge/react';
import React from 'react';
import type { Person } from '../../../contract/person';
import { numberCell } from '../../shared/cells';
import { Moment } from '../../shared/Moment';
import { RunNote } from './RunNote';
import type { State } from './words';

/** Which run it is, when it has ended, and how, in a list of runs. */
export const runCells = (
  { no, endedAt }: { no: number; endedAt: number },
  { words, appearance }: State,
  now: number,
) => [
  { key: 'no', content: numberCell(String(no)) },
  {
    key: 'when',
    content: (
      <Box>
        <Moment time={endedAt} now={now} />
      </Box>
    ),
  },
  {
    key: 'outcome',
    content: (
      <Box>
        <Lozenge appearance={appearance}>{words}</Lozenge>
      </Box>
    ),
  },
];

/** What else is to be known of a run, and who refused it. */
export const reasonWords = ({ by, reason }: { by?: Person | undefined; reason: string }): string =>
  by === undefined ? reason : `Refused by ${by.name}. ${reason}`.trim();

/** What else is to be known of a run, and the ways to its jobs. */
export const reasonCell = (reason: string, jobs: React.ReactNode) => ({
  key: 'more',
  content: (
    <Stack space="space.050">
      {reason !== '' && <RunNote words={reason} />}
      {jobs}
    </Stack>
  ),
});
