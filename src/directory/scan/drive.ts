import type { Scan } from '../../domain/directory/state';
import { readSite } from '../../jobs/store/ledger';
import { log } from '../../platform/log';
import { ConflictError, type RecordChange, type Versioned, commit } from '../../platform/records';
import { readScan, scanChange } from '../store/state';
import { type ReadingEvent, pushNextStep } from './chain';
import { afterFailure } from './failure';
import { CLEAN_AFTER_MS, clean, finish } from './finish';
import { phases } from './phases';
import type { ScanServices } from './services';

/** An invocation begins no step with less time left: a step takes 20 s, its last request as long. */
const STEP_MS = 45_000;
/** While an import has the site, this long passes before it is looked again. */
const TURN_WAIT_MS = 30_000;

/** Makes the services of a reading: it says whom they act as. */
export type ScanServicesFor = (scan: Scan) => ScanServices;

/**
 * Runs the steps that an event asks for, as many as the invocation has time for, and asks for those that are left. Each
 * is committed over the scan that it began with: of two drivers, one wins, and the other has done work for nothing.
 */
export async function driveReading(event: ReadingEvent, servicesFor: ScanServicesFor): Promise<void> {
  let found = await readScan();
  if (event.ticket !== undefined && event.ticket < found.value.ticket) return;
  if (found.value.state !== 'running') return;
  const services = servicesFor(found.value);
  while (found.value.state === 'running' && services.timeLeft() > STEP_MS) {
    if (found.value.dueAt > services.clock.now()) break;
    try {
      found = await runStep(found, services);
    } catch (error) {
      if (!(error instanceof ConflictError)) throw error;
      // A person has stopped or renewed it, or another driver is at it.
      const now = await readScan();
      if (now.value.generation !== found.value.generation || now.value.actsAs !== found.value.actsAs) return;
      found = now;
    }
  }
  await pushNextStep(found.value, event.link + 1, services.clock);
}

async function runStep({ value: scan, revision }: Versioned<Scan>, services: ScanServices): Promise<Versioned<Scan>> {
  const { clock, random } = services;
  const { value: site } = await readSite();
  if (site.turn !== null && scan.phase !== 'clean') {
    const message = 'An import is running. Your site is read after it.';
    return commitStep({ ...scan, message, dueAt: clock.now() + TURN_WAIT_MS }, [], revision);
  }
  let done: { scan: Scan; also: RecordChange[] };
  try {
    done = await advance(scan, services);
  } catch (error) {
    const failed = afterFailure(scan, error, clock.now(), random);
    log('reading-failed', { phase: scan.phase, state: failed.state });
    return commitStep(failed, [], revision);
  }
  const restMs = done.scan.phase === 'clean' && scan.phase !== 'clean' ? CLEAN_AFTER_MS : 0;
  const next: Scan = { ...done.scan, trouble: null, message: null, dueAt: clock.now() + restMs };
  return commitStep(next, done.also, revision);
}

async function advance(scan: Scan, services: ScanServices): Promise<{ scan: Scan; also: RecordChange[] }> {
  const now = (): number => services.clock.now();
  if (scan.phase === 'finish') return finish(scan, now());
  if (scan.phase === 'clean')
    return { scan: await clean(scan, now, now() + services.timeLeft() - STEP_MS / 2), also: [] };
  return { scan: await phases[scan.phase](scan, services), also: [] };
}

async function commitStep(scan: Scan, also: readonly RecordChange[], over: number): Promise<Versioned<Scan>> {
  const value: Scan = { ...scan, ticket: scan.ticket + 1 };
  await commit([...also, scanChange(value, over)]);
  return { value, revision: over + 1 };
}
