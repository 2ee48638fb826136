import * as v from 'valibot';
import { type SyncView, type Touched, touchedSchema } from '../contract/syncs';
import type { Sync } from '../domain/syncs/sync';
import { unpack } from '../platform/gzip';
import { dueAt } from './drive';
import { keys, readSync, readSyncIds, readText } from './store';
import { wrongTokens } from './tokens';

const MAX_TOUCHED_BYTES = 1024 * 1024;

/** What a page shows of a sync. */
export async function viewOf(sync: Sync): Promise<SyncView> {
  const { mapping, arriving, waiting, run, applied } = sync;
  const { id, name, limits, schedule, timeZone, vanished, owner, createdAt, isPaused, parked, runs } = sync;
  return {
    ...{ id, name, limits, schedule, timeZone, vanished, owner, createdAt, isPaused, parked, runs },
    ...{ kind: mapping.kind, operation: mapping.operation, columns: mapping.columns },
    records: applied.records,
    arriving: arriving && { parts: arriving.parts, arrived: arriving.arrived, since: arriving.at },
    waiting: waiting && { at: waiting.at, isTest: waiting.isTest, dueAt: dueAt(sync) },
    run: run && { no: run.no, phase: run.phase, startedAt: run.startedAt, counts: run.counts, jobs: run.jobs },
    wrongTokens: await wrongTokens(id),
  };
}

/** All syncs of the site, in the order in which they were set up. */
export async function listSyncs(): Promise<SyncView[]> {
  const found = await Promise.all((await readSyncIds()).map(readSync));
  return Promise.all(found.filter((sync) => sync !== undefined).map(viewOf));
}

/** The first records that the run touches, or the last one told of. */
export async function readTouched(syncId: string): Promise<Touched[]> {
  const packed = await readText(keys.touched(syncId));
  return packed === null ? [] : v.parse(v.array(touchedSchema), JSON.parse(unpack(packed, MAX_TOUCHED_BYTES)));
}
