import type { ResponseOf } from '../../../contract/resolvers';
import { addedUp } from '../../../domain/directory/report/tally';
import { call } from '../../shared/call';
import { useResource } from '../../shared/use-resource';

/** How many entitlements there are to each product, as of a day. */
export interface HeldCounts {
  day: string;
  to: (productId: string) => number;
}

const load = () => call('directory.report', {});

/** As the last reading of the site counted them; null while that isn't known. */
export function useHeldCounts(): HeldCounts | null {
  const { data } = useResource(load);
  return countsOf(data?.report ?? null);
}

function countsOf(report: ResponseOf<'directory.report'>['report']): HeldCounts | null {
  const held = report && addedUp([report.customer.entitlements, report.organization.entitlements]);
  if (report === null || !held?.products) return null;
  const counts = new Map(held.products);
  return { day: report.day, to: (productId) => counts.get(productId) ?? 0 };
}
