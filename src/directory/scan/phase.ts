import type { Scan, ScanPhase } from '../../domain/directory/state';
import type { ScanServices } from './services';

/** One bounded piece of work: what the scan is after it. It may be done again, as often as it is cut off before the commit. */
export type Phase = (scan: Scan, services: ScanServices) => Promise<Scan>;

/** The scan at the beginning of a phase. */
export const goTo = (scan: Scan, phase: ScanPhase): Scan => ({ ...scan, phase, at: 0, within: 0 });
