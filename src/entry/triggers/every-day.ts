import { renewDirectory } from '../../directory/upkeep';
import { purge } from '../../jobs/upkeep/retention';
import { readSettings } from '../../jobs/store/settings';
import { systemClock } from '../../platform/clock';
import { factsOf, log } from '../../platform/log';
import { reportPeople } from '../people/report';
import { tidySent } from '../requests/sent';

/** Under the time-out of 300 s in manifest.yml. */
const RUN_MS = 240_000;

/** Of reporting who is named in jobs, syncs, rules and settings. */
const PEOPLE_MS = 30_000;

/** Kept for the directory, which may have a generation to delete. */
const DIRECTORY_MS = 60_000;

/** Deletes what is past its retention, reports accounts where that is due, and has the site read anew for the directory. */
export async function everyDay(): Promise<{ statusCode: number }> {
  const deadline = systemClock.now() + RUN_MS;
  // First, as it is due whatever else takes long: it goes on the next day where its time is over.
  await reportPeople(systemClock, systemClock.now() + PEOPLE_MS).catch((error: unknown) =>
    log('people-not-reported', factsOf(error)),
  );
  const { settings } = await readSettings();
  await purge(settings, systemClock, deadline - DIRECTORY_MS);
  await tidySent(systemClock).catch((error: unknown) => log('requests-not-tidied', factsOf(error)));
  await renewDirectory(systemClock, deadline);
  return { statusCode: 204 };
}
