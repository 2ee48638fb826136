import type { Before } from '../../domain/jobs/before';
import { SiteError } from '../../platform/http/site-error';
import { inParallel } from '../../platform/in-parallel';
import type { DirectHalf } from './half';
import { CALLS_AT_ONCE } from './perform';
import type { SiteApi } from './site-api';

/**
 * What is there of what some rows change, each by a call of its own. What the site says it does not have is not known: the row
 * will be refused for it. @throws SiteError
 */
export async function readRowsBefore<Operation extends object>(
  site: SiteApi,
  read: NonNullable<DirectHalf<Operation>['before']>,
  operations: readonly Operation[],
  from: number,
  to: number,
): Promise<Before[]> {
  const found = Array.from({ length: to - from }, (): Before => 'unknown');
  await inParallel(CALLS_AT_ONCE, [...found.keys()], async (at) => {
    const operation = operations[from + at];
    if (operation === undefined) return;
    try {
      found[at] = await read(site, operation);
    } catch (error) {
      if (!(error instanceof SiteError && (error.kind === 'not-found' || error.kind === 'bad-request'))) throw error;
    }
  });
  return found;
}
