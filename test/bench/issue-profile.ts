import { type Site, type SiteRequest, createSite } from '../../sandbox/site';
import { GIL } from '../support/console';
import { profileOf } from '../support/profile';
import { virtualSandbox } from '../support/sandbox';
import { type Measurement, measurement } from './measurement';

/** Of one call of the site. Source of this and of the budgets: the issue "The customer, on the issue". */
const LATENCY_MS = 150;
const CALLS_TO_FIRST = 2;
const CALLS_TO_ALL = 3;
const CALLS = 5;

/** Its customer has values, organizations, entitlements and other open issues: sandbox/csm/demo/issues.ts. */
const ISSUE = 'CARE-1';

/**
 * Opens the profile of a customer on an issue, in virtual time: only the calls of the site take any. The times are held
 * against the same calls made one after the other.
 */
export async function measureIssueProfile(): Promise<Measurement[]> {
  const requests: SiteRequest[] = [];
  const sandbox = await virtualSandbox<Site>({
    site: (parts) => {
      const site = createSite({ ...parts, content: 'demo', faults: { latencyMs: LATENCY_MS } });
      return { ...site, handle: (request) => (requests.push(request), site.handle(request)) };
    },
  });
  try {
    const { clock, site } = sandbox;
    const call = profileOf(sandbox.platform, GIL);
    const opened = clock.now();
    const { reporter } = await sandbox.settle(call('profile.open', { issueKey: ISSUE }));
    const firstMs = clock.now() - opened;
    await sandbox.settle(call('profile.rest', { proof: reporter?.proof ?? '' }));
    const allMs = clock.now() - opened;
    const made = [...requests];
    const began = clock.now();
    for (const request of made) await sandbox.settle(site.handle(request));
    return linesOf({ firstMs, allMs, calls: made.length, inTurnMs: clock.now() - began });
  } finally {
    await sandbox.close();
  }
}

interface Figures {
  firstMs: number;
  allMs: number;
  calls: number;
  inTurnMs: number;
}

function linesOf({ firstMs, allMs, calls, inTurnMs }: Figures): Measurement[] {
  const inTurn = { unit: 'ms', reference: inTurnMs };
  return [
    measurement('customer on the issue, first content', { ...inTurn, value: firstMs, budget: CALLS_TO_FIRST / CALLS }),
    measurement('customer on the issue, all of it', { ...inTurn, value: allMs, budget: CALLS_TO_ALL / CALLS }),
    measurement('customer on the issue, calls', { unit: 'calls', value: calls, reference: CALLS, budget: 1 }),
  ];
}
