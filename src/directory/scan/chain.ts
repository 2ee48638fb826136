import * as v from 'valibot';
import type { Scan } from '../../domain/directory/state';
import { MAX_CHAIN_LENGTH } from '../../jobs/run/chain';
import type { Clock } from '../../platform/clock';
import { pushReading } from '../../platform/queue';

/** What asks for steps of a reading. */
export const readingEventSchema = v.object({
  /** The step that is asked for; without one, whichever is next. */
  ticket: v.optional(v.number()),
  /** How many events of its chain came before this one. */
  link: v.number(),
});
export type ReadingEvent = v.InferOutput<typeof readingEventSchema>;

/** Asks for the next step when it is due, while the chain may grow. The five-minute trigger starts a fresh one. */
export async function pushNextStep({ state, ticket, dueAt }: Scan, link: number, clock: Clock): Promise<void> {
  if (state !== 'running' || link > MAX_CHAIN_LENGTH) return;
  await pushReading({ ticket, link } satisfies ReadingEvent, dueAt - clock.now());
}

/** Asks at once for whichever step is next. An event too many does no harm. */
export const wakeReading = (): Promise<void> => pushReading({ link: 0 } satisfies ReadingEvent, 0);
