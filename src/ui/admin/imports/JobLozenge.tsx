import { Lozenge } from '@forge/react';
import React from 'react';
import type { ListedJob } from '../../../contract/jobs';
import { stateWords } from './job/job-words';

export function JobLozenge({ job }: { job: ListedJob }) {
  const { words, appearance } = stateWords(job);
  return <Lozenge appearance={appearance}>{words}</Lozenge>;
}
