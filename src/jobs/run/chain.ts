import * as v from 'valibot';
import type { JobHead } from '../../domain/jobs/head';
import type { Clock } from '../../platform/clock';
import { MAX_DELAY_SECONDS, pushStep } from '../../platform/queue';
import { readSite } from '../store/ledger';

/** What asks for a step. */
export const stepEventSchema = v.object({
  jobId: v.string(),
  /** The step that is asked for; without one, whichever is next. */
  ticket: v.optional(v.number()),
  /** How many events of its chain came before this one. */
  link: v.number(),
});

export type StepEvent = v.InferOutput<typeof stepEventSchema>;

/**
 * The platform cuts a chain of events that push each other after 1,000 pushes, and counts the pushes of second deliveries
 * in (Forge, async events API limits). The app stops well before that. The five-minute trigger starts a fresh chain, as a
 * rule long before.
 */
export const MAX_CHAIN_LENGTH = 700;

/** Asks for the next step of a job when it is due, if any is and the chain may grow. */
export async function pushNextStep({ id, dueAt, link, ticket }: JobHead, clock: Clock): Promise<void> {
  if (dueAt === null || link > MAX_CHAIN_LENGTH) return;
  const delay = Math.min(MAX_DELAY_SECONDS * 1000, dueAt - clock.now());
  await pushStep({ jobId: id, ticket, link } satisfies StepEvent, delay);
}

/** Asks at once for whichever step of a job is next. An event too many does no harm. */
export async function wake(jobId: string, link: number): Promise<void> {
  await pushStep({ jobId, link } satisfies StepEvent, 0);
}

/** Starts a fresh chain for the job that has the turn. */
export async function wakeTurn(): Promise<void> {
  const { value: site } = await readSite();
  if (site.turn !== null) await wake(site.turn, 0);
}
