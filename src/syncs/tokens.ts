import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import * as v from 'valibot';
import { ConflictError, commit, deleteRecord, readRecord } from '../platform/records';
import type { Clock } from '../platform/clock';
import { deleteSecret, readSecret, writeSecret } from '../platform/secrets';

const secretKey = (syncId: string): string => `sync-token:${syncId}`;
const guardKey = (syncId: string): string => `sync-guard:${syncId}`;
/** Where attempts at syncs that do not exist are counted, so that they take as long as others. */
const NOWHERE = 'none';

const TOKEN_BYTES = 32;
/** For so long the token before the last is taken, so that it can be changed where it is used. */
const OVERLAP_MS = 24 * 60 * 60 * 1000;
/** Wrong tokens in a row that cost nothing. */
const FREE_TRIES = 5;
const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 15 * 60 * 1000;

/** The hash of the token, and that of the one before it with the time until which it counts. */
const storedSchema = v.object({
  hash: v.string(),
  before: v.nullable(v.object({ hash: v.string(), until: v.number() })),
});
const guardSchema = v.object({ wrong: v.number(), until: v.number() });
const noGuard = { wrong: 0, until: 0 };

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');
const nobodys = hashOf('');

/** Makes a token, of which the store keeps a hash alone. With `keepsOld` the one before it is taken for a day longer. */
export async function makeToken(syncId: string, clock: Clock, keepsOld: boolean): Promise<string> {
  const token = `csm_${randomBytes(TOKEN_BYTES).toString('base64url')}`;
  const old = keepsOld ? await readStored(syncId) : undefined;
  const before = old === undefined ? null : { hash: old.hash, until: clock.now() + OVERLAP_MS };
  await writeSecret(secretKey(syncId), { hash: hashOf(token), before });
  return token;
}

export async function deleteToken(syncId: string): Promise<void> {
  await deleteSecret(secretKey(syncId));
  await deleteRecord(guardKey(syncId));
}

/** Deliveries with a wrong token since the last with the right one. */
export async function wrongTokens(syncId: string): Promise<number> {
  return (await readRecord(guardKey(syncId), guardSchema))?.value.wrong ?? 0;
}

/**
 * Whether a token is that of a sync. Wrong ones are counted, and from the fifth on no other is looked at for a while that
 * doubles. The right one is let in all the same: no number of tries finds one of 256 bits, and whoever knows the address of a
 * sync must not be able to close it.
 * A sync that does not exist takes the same reads, comparisons and writes as one that does.
 */
export async function isRightToken(syncId: string, token: string, clock: Clock): Promise<boolean> {
  const stored = await readStored(syncId);
  const guard = stored === undefined ? NOWHERE : syncId;
  const found = await readRecord(guardKey(guard), guardSchema);
  const { wrong, until } = found?.value ?? noGuard;
  const given = hashOf(token);
  const isLatest = isSame(given, stored?.hash ?? nobodys);
  const isBefore = isSame(given, stored?.before?.hash ?? nobodys) && clock.now() < (stored?.before?.until ?? 0);
  const isRight = stored !== undefined && (isLatest || isBefore);
  if (isRight && wrong === 0) return true;
  if (!isRight && clock.now() < until) return false;
  const pause = wrong + 1 < FREE_TRIES ? 0 : Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (wrong + 1 - FREE_TRIES));
  const next = isRight ? noGuard : { wrong: wrong + 1, until: Math.max(until, clock.now() + pause) };
  try {
    await commit([{ key: guardKey(guard), value: next, over: found?.revision ?? 0 }]);
  } catch (error) {
    // Another attempt was counted at the same time.
    if (!(error instanceof ConflictError)) throw error;
  }
  return isRight;
}

const isSame = (a: string, b: string): boolean => timingSafeEqual(Buffer.from(a), Buffer.from(b));

async function readStored(syncId: string): Promise<v.InferOutput<typeof storedSchema> | undefined> {
  const stored = await readSecret(secretKey(syncId));
  return stored === undefined ? undefined : v.parse(storedSchema, stored);
}
