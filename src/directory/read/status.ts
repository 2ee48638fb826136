import type { DirectoryStatus, ScanView } from '../../contract/directory';
import { type Kept, type Scan, wholeReading } from '../../domain/directory/state';
import { isUnderWay } from '../scan/control';
import { readHead, readScan } from '../store/state';
import { isBehind, lacksOf, lacksOfJobs } from './behind';

/** What is kept, from when, and how far a reading is. */
export async function readStatus(): Promise<DirectoryStatus> {
  const [{ value: head }, { value: scan }] = await Promise.all([readHead(), readScan()]);
  const { keeps, kept } = head;
  return {
    keeps,
    kept: kept === null ? null : await keptView(kept),
    scan: isUnderWay(scan) ? scanView(scan) : null,
  };
}

async function keptView(kept: Kept): Promise<DirectoryStatus['kept']> {
  const { generation, customers, organizations, by, hasValues, endField, heldFields, gaps } = kept;
  const [ofJobs, behind] = await Promise.all([lacksOfJobs(kept), isBehind(kept, 'likely')]);
  const isOutdated = ofJobs !== 'nothing';
  return {
    ...{ generation, customers, organizations, asOf: wholeReading(kept).startedAt, by: by.name, hasValues, endField },
    ...{ hasEntitlementValues: heldFields !== null, gaps, isBehind: behind },
    ...{ isOutdated, catchesUp: isOutdated && (await lacksOf(kept)) === 'some' },
  };
}

function scanView(scan: Scan): ScanView {
  const { state, startedAt, startedBy, message } = scan;
  return {
    state: state === 'parked' ? 'parked' : 'running',
    startedAt,
    by: startedBy.name,
    message,
    ...progressOf(scan),
  };
}

/** How far it is: organizations, then accounts, of which nobody says how many there are, then their profiles. */
function progressOf({ phase, at, within, found, read }: Scan): Pick<ScanView, 'phase' | 'done' | 'of'> {
  switch (phase) {
    case 'touched':
      return { phase: 'organizations', done: 0, of: 0 };
    case 'organizations':
      return { phase: 'organizations', done: at, of: 0 };
    case 'order-organizations':
    case 'organization-profiles':
      return { phase: 'organizations', done: read.organizations, of: found.organizations };
    case 'accounts':
    case 'find-unlisted':
    case 'unlisted':
    case 'order-customers':
      return { phase: 'accounts', done: found.accounts, of: 0 };
    case 'customer-profiles':
      return { phase: 'customers', done: Math.min(found.customers, at * 1_000 + within), of: found.customers };
    case 'report':
    case 'finish-report':
    case 'finish':
    case 'clean':
      return { phase: 'finishing', done: 0, of: 0 };
  }
}
