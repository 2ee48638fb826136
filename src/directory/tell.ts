import type { CsmClient } from '../csm/client';
import type { Kept } from '../domain/directory/state';
import { type Clock, systemClock } from '../platform/clock';
import { factsOf, log } from '../platform/log';
import { type Touched, noteTouched, noteUntold } from './changes';
import type { ScanServices } from './scan/services';
import { readHead } from './store/state';

/**
 * Tells the directory of changes that are made by then: what goes wrong with the telling is nobody's business but ours, and
 * mended by the next reading. Until then, the directory knows that it lacks something.
 */
export async function tell(
  touchedBy: () => Promise<readonly Touched[]> | readonly Touched[],
  csm: CsmClient,
  clock: Clock,
): Promise<void> {
  try {
    const touched = await touchedBy();
    if (touched.length > 0) await noteTouched(touched, csm, clock);
  } catch (error) {
    notNoted(error);
    await tellOfDoubt(clock);
  }
}

/** Tells the directory of entities as whoever the site is read as: they were changed by somebody who may see none of it. */
export async function tellTouched(
  touched: readonly Touched[],
  servicesFor: (reader: Pick<Kept, 'actsAs'>) => Pick<ScanServices, 'csm' | 'clock'>,
): Promise<void> {
  const { kept } = (await readHead()).value;
  if (kept === null) return tellOfDoubt(systemClock);
  const { csm, clock } = servicesFor(kept);
  await tell(() => touched, csm, clock);
}

/** Tells the directory that something may be other than it knows. */
export const tellOfDoubt = (clock: Clock): Promise<void> => noteUntold(clock).catch(notNoted);

const notNoted = (error: unknown): void => log('change-not-noted', factsOf(error));
