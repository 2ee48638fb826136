import * as v from 'valibot';
import { type SyncInNeed, type SyncView, type Touched, lookSchema, touchedSchema } from '../contract/syncs';
import { canLook } from '../domain/syncs/look';
import { type Sync, rolesOf } from '../domain/syncs/sync';
import { lastReal } from '../domain/syncs/trouble';
import { unpack } from '../platform/gzip';
import { dueAt } from './drive';
import { keys, readSync, readSyncIds, readText } from './store';
import { wrongTokens } from './tokens';

const MAX_TOUCHED_BYTES = 1024 * 1024;

/** What a page shows of a sync. */
export async function viewOf(sync: Sync): Promise<SyncView> {
  const { mapping, arriving, waiting, run, applied } = sync;
  const { id, name, limits, schedule, timeZone, vanished, ifEmpty, edits, retries, tell } = sync;
  const { owner, createdAt, isPaused, parked, runs, looksNext } = sync;
  return {
    ...{ id, name, limits, schedule, timeZone, vanished, ifEmpty, edits, retries, tell },
    ...{ owner, createdAt, isPaused, parked, runs, looksNext, canLook: canLook(sync) },
    look: sync.look && v.parse(lookSchema, sync.look),
    ...{ kind: mapping.kind, operation: mapping.operation, columns: mapping.columns },
    records: applied.records,
    arriving: arriving && { parts: arriving.parts, arrived: arriving.arrived, since: arriving.at },
    waiting: waiting && { at: waiting.at, isTest: waiting.isTest, dueAt: dueAt(sync) },
    retryAt: sync.retry && sync.retry.at,
    run: run && {
      no: run.no,
      phase: run.phase,
      startedAt: run.startedAt,
      counts: run.counts,
      jobs: run.jobs,
      roles: rolesOf(run),
    },
    told: sync.told && { issue: sync.told.issue, problem: sync.told.problem },
    toldOfEdits: sync.toldOfEdits && { issue: sync.toldOfEdits.issue, problem: sync.toldOfEdits.problem },
    wrongTokens: await wrongTokens(id),
  };
}

/** All syncs of the site, in the order in which they were set up. */
export async function listSyncs(): Promise<SyncView[]> {
  const found = await Promise.all((await readSyncIds()).map(readSync));
  return Promise.all(found.filter((sync) => sync !== undefined).map(viewOf));
}

/** The syncs that wait for a person. */
export async function syncsInNeed(): Promise<SyncInNeed[]> {
  const found = await Promise.all((await readSyncIds()).map(readSync));
  return found.flatMap((sync) => (sync === undefined ? [] : needOf(sync)));
}

function needOf({ id, name, parked, run, runs }: Sync): SyncInNeed[] {
  if (parked !== null) return [{ id, name, why: 'stopped', reason: parked.reason }];
  if (run?.phase === 'approval') return [{ id, name, why: 'approval', reason: '' }];
  const last = lastReal(runs);
  return run === null && last?.outcome === 'held' ? [{ id, name, why: 'held', reason: last.reason }] : [];
}

/** The first records that the run touches, or the last one told of. */
export async function readTouched(syncId: string): Promise<Touched[]> {
  const packed = await readText(keys.touched(syncId));
  return packed === null ? [] : v.parse(v.array(touchedSchema), JSON.parse(unpack(packed, MAX_TOUCHED_BYTES)));
}
