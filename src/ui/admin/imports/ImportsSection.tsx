import React from 'react';
import * as v from 'valibot';
import { jobIdSchema } from '../../../contract/resolvers/jobs';
import type { SectionProps } from '../routes';
import { UnknownPage } from '../UnknownPage';
import { ImportsPage } from './ImportsPage';
import { JobPage } from './job/JobPage';
import { CorrectedImport } from './wizard/CorrectedImport';
import { ImportWizard } from './wizard/ImportWizard';

/** `imports`, `imports/new`, `imports/<job>`, and `imports/<job>/corrected` for the corrected rows of one. */
export function ImportsSection({ path }: SectionProps) {
  const [first, ...rest] = path;
  const isJob = first !== 'new' && v.is(jobIdSchema, first);
  if (isJob && rest.length === 1 && rest[0] === 'corrected') return <CorrectedImport key={first} jobId={first} />;
  if (rest.length > 0) return <UnknownPage />;
  if (first === undefined) return <ImportsPage />;
  if (first === 'new') return <ImportWizard />;
  return isJob ? <JobPage key={first} jobId={first} /> : <UnknownPage />;
}
