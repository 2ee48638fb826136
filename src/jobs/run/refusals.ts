import type { JobHead } from '../../domain/jobs/head';

type Refusals = JobHead['refusals'];

/** So many batches in a row, refused whole for the same reason, park a job: the site would refuse the next ones, too. */
const MAX_REFUSALS = 3;

export const oneMoreRefusal = (before: Refusals, message: string): NonNullable<Refusals> => ({
  message,
  batches: before?.message === message ? before.batches + 1 : 1,
});

export const areTooMany = (refusals: Refusals): refusals is NonNullable<Refusals> =>
  refusals !== null && refusals.batches >= MAX_REFUSALS;
