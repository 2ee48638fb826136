import { randomUUID } from 'node:crypto';
import type { FieldDefinition } from '../contract/fields';
import type { SyncMapping, SyncSettings } from '../contract/syncs';
import { kindOf } from '../domain/kinds';
import { ENTITLEMENTS } from '../domain/kinds/entitlements';
import { canSync } from '../domain/syncs/can-sync';
import { canLook } from '../domain/syncs/look';
import { areKnown } from '../domain/syncs/row-texts';
import { isTimeZone } from '../domain/syncs/schedule';
import { type Sync, newSync } from '../domain/syncs/sync';
import { hasEnded } from '../domain/jobs/head';
import { haveJobsActAs } from '../jobs/intake/act-as';
import { cancelJob } from '../jobs/intake/lifecycle';
import { headOf } from '../jobs/store/change';
import { readHead, readPlan } from '../jobs/store/ledger';
import { JobRefusal } from '../jobs/store/refusal';
import type { Clock } from '../platform/clock';
import { pushSync } from '../platform/queue';
import { deleteSecret } from '../platform/secrets';
import { BATCH_KEYS, deleteValues, keysUnder } from '../platform/values';
import { deleteGeneration, forgotten } from './applied';
import { hashSecret, makeHashKey } from './hashes';
import { addSync, changeSync, dropSync, keys, readSync, syncOf } from './store';
import { deleteToken, makeToken } from './tokens';
import { cellsOfMarks, vanishedPlan } from './vanished';

/** What a sync is made of. */
export interface SyncFacts {
  settings: SyncSettings;
  mapping: SyncMapping;
  /** The import whose rows count as applied. */
  primedBy: string | null;
  owner: Sync['owner'];
  /** The detail fields of its kind, as the site has them. */
  fields: readonly FieldDefinition[];
}

/** The mapping of an import that has ended. @throws JobRefusal NOT_FOUND, CONFLICT */
export async function mappingOfJob(jobId: string): Promise<SyncMapping> {
  const { value: head } = await headOf(jobId);
  if (!hasEnded(head)) throw new JobRefusal('CONFLICT', 'The import hasn’t ended yet.', 'Wait for its end.');
  const { kind, operation, columns, options, read, joinsRows } = await readPlan(jobId);
  // The plans of earlier versions don't say that rows were joined.
  const joining = joinsRows ?? ((head.rows.joined ?? 0) > 0 ? 'agreeing' : undefined);
  return { kind, operation, columns, options, ...read, ...(joining && { joinsRows: joining }) };
}

/** Sets up a sync. Answers with its id and its token, which nobody can read again. @throws JobRefusal INVALID, CONFLICT */
export async function createSync(facts: SyncFacts, clock: Clock): Promise<{ syncId: string; token: string }> {
  const { settings, mapping, primedBy, owner, fields } = facts;
  const sync = newSync({ ...settings, id: randomUUID(), mapping, owner, primedBy }, clock.now());
  refuseSetup(sync, fields);
  await makeHashKey(sync.id);
  const token = await makeToken(sync.id, clock, false);
  await addSync(sync);
  if (primedBy !== null) await pushSync(sync.id);
  return { syncId: sync.id, token };
}

/** Changes what an administrator decides of a sync. @throws JobRefusal NOT_FOUND, INVALID */
export function saveSync(syncId: string, settings: SyncSettings, fields: readonly FieldDefinition[]): Promise<Sync> {
  return changeSync(syncId, (now) => {
    // The same file may mean something else now.
    const after = { ...now, ...settings, lastHash: null };
    refuseSetup(after, fields);
    return after;
  });
}

function refuseSetup(sync: Sync, fields: readonly FieldDefinition[]): void {
  if (!canSync(sync.mapping))
    throw new JobRefusal('INVALID', 'Imports that take something away can’t be kept in step.');
  if (!areKnown(sync.mapping, fields))
    throw new JobRefusal(
      'INVALID',
      'Nothing in these columns tells which record a row is about, so that a sync can’t know it again.',
      sync.mapping.kind === ENTITLEMENTS
        ? 'Map columns to a customer or an organization, and to a product.'
        : 'Map a column to an email, an ID or a name.',
    );
  if (!isTimeZone(sync.timeZone))
    throw new JobRefusal('INVALID', `There is no time zone “${sync.timeZone}”.`, 'Choose one such as Europe/Berlin.');
  refuseVanished(sync, fields);
}

/** What is set of records that have vanished has to be a value of the field. */
function refuseVanished(sync: Sync, fields: readonly FieldDefinition[]): void {
  const plan = vanishedPlan(sync, fields);
  if (sync.vanished.then === 'take-out' && plan === null)
    throw new JobRefusal(
      'INVALID',
      'Only customers can be taken out of their organizations.',
      'Choose something else for records that have vanished.',
    );
  if (sync.vanished.then !== 'set') return;
  if (plan === null)
    throw new JobRefusal(
      'INVALID',
      'Records that have vanished can only be changed in detail fields of your site.',
      'Choose other fields, or list them.',
    );
  const names = sync.vanished.values.map(({ field }) => field);
  const twice = names.find((field, at) => names.indexOf(field) !== at);
  if (twice !== undefined)
    throw new JobRefusal('INVALID', `${twice} would be set twice.`, 'Choose each field only once.');
  const { problems } = kindOf(plan.kind).encoder(plan)(['', ...cellsOfMarks(sync.vanished)]);
  const problem = problems.find(({ column }) => names.some((field) => field === column));
  if (problem !== undefined) throw new JobRefusal('INVALID', `${problem.column ?? ''}: ${problem.message}`);
}

/** Deletes a sync with all that it knows. Jobs that it has made stay as they are; one that waits is cancelled. */
export async function deleteSync(syncId: string, clock: Clock): Promise<void> {
  const sync = await readSync(syncId);
  // From here on nothing is let in.
  await deleteToken(syncId);
  for (const jobId of sync?.run?.phase === 'approval' ? sync.run.jobs : [])
    if ((await readHead(jobId)) !== undefined) await cancelJob(jobId, null, clock);
  await dropSync(syncId);
  await deleteSecret(hashSecret(syncId));
  let some: string[] = [];
  for await (const key of keysUnder(keys.allOf(syncId))) {
    some.push(key);
    if (some.length < BATCH_KEYS) continue;
    await deleteValues(some);
    some = [];
  }
  await deleteValues(some);
}

/** Forgets what was applied: the next delivery is sent whole. @throws JobRefusal NOT_FOUND, CONFLICT during a run */
export async function forgetApplied(syncId: string): Promise<Sync> {
  const { applied } = await syncOf(syncId);
  const after = await changeSync(syncId, (now) => {
    if (now.run !== null) throw new JobRefusal('CONFLICT', 'A run is on its way.', 'Wait for its end.');
    return { ...now, applied: forgotten(applied), lastHash: null };
  });
  await deleteGeneration(syncId, applied);
  return after;
}

/** Applies nothing more until it is resumed. Deliveries are still taken. @throws JobRefusal NOT_FOUND */
export const pauseSync = (syncId: string): Promise<Sync> => changeSync(syncId, (now) => ({ ...now, isPaused: true }));

export async function resumeSync(syncId: string): Promise<Sync> {
  const after = await changeSync(syncId, (now) => ({ ...now, isPaused: false }));
  await pushSync(syncId);
  return after;
}

/** From now on the sync acts as this person, with the jobs of a run that is under way. @throws JobRefusal NOT_FOUND */
export async function takeOverSync(syncId: string, owner: Sync['owner']): Promise<Sync> {
  const after = await changeSync(syncId, (now) => ({ ...now, owner, parked: null }));
  await haveJobsActAs(after.run?.jobs ?? [], owner.accountId);
  await pushSync(syncId);
  return after;
}

/** Has the next delivery compared with the site, or not. @throws JobRefusal NOT_FOUND, INVALID where that cannot be done */
export const askForLook = (syncId: string, isWanted: boolean): Promise<Sync> =>
  changeSync(syncId, (now) => {
    if (isWanted && !canLook(now))
      throw new JobRefusal('INVALID', 'The records of this sync can’t be compared with your site.');
    return { ...now, looksNext: isWanted };
  });
