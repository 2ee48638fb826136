import React from 'react';
import * as v from 'valibot';
import { jobIdSchema } from '../../../contract/resolvers/jobs';
import type { SectionProps } from '../routes';
import { UnknownPage } from '../UnknownPage';
import { ImportsPage } from './ImportsPage';
import { JobPage } from './job/JobPage';
import { ImportWizard } from './wizard/ImportWizard';

/** `imports`, `imports/new` and `imports/<job>`. */
export function ImportsSection({ path }: SectionProps) {
  const [first, ...rest] = path;
  if (rest.length > 0) return <UnknownPage />;
  if (first === undefined) return <ImportsPage />;
  if (first === 'new') return <ImportWizard />;
  return v.is(jobIdSchema, first) ? <JobPage key={first} jobId={first} /> : <UnknownPage />;
}
