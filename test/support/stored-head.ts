import * as v from 'valibot';
import type { ImportSite } from './import-site';

const storedSchema = v.object({ revision: v.number(), value: v.record(v.string(), v.unknown()) });

/** Writes into the store of the emulator another head of a job than the app has written there. */
export function changeStoredHead(
  { sandbox }: Pick<ImportSite, 'sandbox'>,
  jobId: string,
  change: (head: Record<string, unknown>) => Record<string, unknown>,
): void {
  const { store } = sandbox.platform;
  const key = `job:${jobId}`;
  const { revision, value } = v.parse(storedSchema, JSON.parse(store.get('entity:record', key)?.json ?? 'null'));
  store.set('entity:record', key, JSON.stringify({ revision, value: change(value) }), null);
}

/** As a later version might write it, in a state that this one does not know. */
export const makeUnreadable = (world: ImportSite, jobId: string): void =>
  changeStoredHead(world, jobId, (head) => ({ ...head, state: 'paused' }));
export const makeReadable = (world: ImportSite, jobId: string, state = 'running'): void =>
  changeStoredHead(world, jobId, (head) => ({ ...head, state }));
