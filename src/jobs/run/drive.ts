import { hasEnded } from '../../domain/jobs/head';
import { log } from '../../platform/log';
import { UnreadableHead } from '../store/damaged';
import { readHead, readSite } from '../store/ledger';
import type { StepEvent } from './chain';
import { endFailedStep } from './commit';
import { classify } from './failure';
import { afterFailure } from './retry-policy';
import type { Services, ServicesFor } from './services';
import { runStep } from './step';

/**
 * Runs the step that an event asks for, unless it was done already. Drops an event for a job whose head this version of
 * the app cannot read: the five-minute trigger drives the job once a version can read it.
 */
export async function driveEvent(event: StepEvent, servicesFor: ServicesFor): Promise<void> {
  try {
    await driveReadable(event, servicesFor);
  } catch (error) {
    if (!(error instanceof UnreadableHead)) throw error;
    log('job-unreadable', { jobId: event.jobId });
  }
}

async function driveReadable(event: StepEvent, servicesFor: ServicesFor): Promise<void> {
  const found = await readHead(event.jobId);
  // Each committed step counts the head's ticket up: an event with an earlier one is a late or second delivery.
  if (found && event.ticket !== undefined && event.ticket < found.value.ticket) return;
  await drive(event.jobId, event.link, servicesFor);
}

/** Runs one step of a job that has the turn and has not ended. `link` is the place of the event in its chain. */
export async function drive(jobId: string, link: number, servicesFor: ServicesFor): Promise<void> {
  const [found, site] = [await readHead(jobId), await readSite()];
  if (found === undefined || site.value.turn !== jobId || hasEnded(found.value)) return;
  const services = servicesFor(found.value);
  try {
    await runStep(found, services, link);
  } catch (error) {
    // Where the store does not even take that, the queue delivers the event again, and the five-minute trigger looks.
    if (!(await recordFailure(error, jobId, services, link).catch(() => false))) throw error;
  }
}

/** Writes what broke the step off into the job as it is stored. False where that was not written. */
async function recordFailure(error: unknown, jobId: string, services: Services, link: number): Promise<boolean> {
  const now = await readHead(jobId);
  if (now === undefined || hasEnded(now.value)) return false;
  const isParked = now.value.state === 'needs-attention';
  const head = isParked ? now.value : afterFailure(now.value, classify(error), services);
  return endFailedStep(head, now.revision, services, link);
}
