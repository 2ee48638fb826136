import * as v from 'valibot';
import { directoryEntities } from '../../contract/directory';
import { readingEventSchema } from '../../directory/scan/chain';
import { driveReading } from '../../directory/scan/drive';
import { createScanServices } from '../../directory/scan/services';
import { tellTouched } from '../../directory/tell';
import { systemClock } from '../../platform/clock';
import { log } from '../../platform/log';

/** As in manifest.yml, and what of it is kept for committing what a step found. */
const TIMEOUT_MS = 120_000;
const RESERVE_MS = 15_000;

const touchedEventSchema = v.object({
  touched: v.array(v.object({ entity: v.picklist(directoryEntities), id: v.string() })),
});
const eventSchema = v.object({ body: v.union([touchedEventSchema, readingEventSchema]) });

/**
 * Reads on for each event of the queue, as the administrator who has asked for it, or tells the directory what was changed. A fault is thrown on: the platform
 * delivers the event again. An event that cannot be read is dropped, as it would be no more readable the next time.
 */
export async function runDirectory(event: unknown): Promise<void> {
  const parsed = v.safeParse(eventSchema, event);
  if (!parsed.success) {
    log('event-unreadable');
    return;
  }
  const deadline = systemClock.now() + TIMEOUT_MS - RESERVE_MS;
  const services = ({ actsAs }: { actsAs: string }) =>
    createScanServices({ as: 'impersonated', accountId: actsAs }, deadline);
  const { body } = parsed.output;
  if ('touched' in body) await tellTouched(body.touched, services);
  else await driveReading(body, services);
}
