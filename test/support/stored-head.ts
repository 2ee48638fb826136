import * as v from 'valibot';
import type { ForgePlatform } from '../../sandbox/forge/platform';

const storedSchema = v.object({ revision: v.number(), value: v.record(v.string(), v.unknown()) });

type Store = Pick<ForgePlatform, 'store'>['store'];

/** Writes into the store of the emulator another head of a job than the app has written there. */
export function changeStoredHead(
  store: Store,
  jobId: string,
  change: (head: Record<string, unknown>) => Record<string, unknown>,
): void {
  const key = `job:${jobId}`;
  const { revision, value } = v.parse(storedSchema, JSON.parse(store.get('entity:record', key)?.json ?? 'null'));
  store.set('entity:record', key, JSON.stringify({ revision, value: change(value) }), null);
}
