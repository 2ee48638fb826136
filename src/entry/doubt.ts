import { SiteError } from '../platform/http/site-error';
import { Refusal } from './refusal';

/** Whether what has failed may have changed something all the same. */
export const isDoubtful = (error: unknown): boolean =>
  error instanceof SiteError ? error.mayHaveBeenApplied : !(error instanceof Refusal);
