import * as v from 'valibot';
import type { ImportSite } from './import-site';

const storedSchema = v.object({ revision: v.number(), value: v.record(v.string(), v.unknown()) });

type Change = (value: Record<string, unknown>) => Record<string, unknown>;

/** Writes into the store of the emulator another record than the app has written there. */
export function changeStored({ sandbox }: Pick<ImportSite, 'sandbox'>, key: string, change: Change): void {
  const { store } = sandbox.platform;
  const { revision, value } = v.parse(storedSchema, JSON.parse(store.get('entity:record', key)?.json ?? 'null'));
  store.set('entity:record', key, JSON.stringify({ revision, value: change(value) }), null);
}

export function changeStoredHead(world: Pick<ImportSite, 'sandbox'>, jobId: string, change: Change): void {
  changeStored(world, `job:${jobId}`, change);
}

/** As a later version might write it, in a state that this one does not know. */
export const makeUnreadable = (world: ImportSite, jobId: string): void =>
  changeStoredHead(world, jobId, (head) => ({ ...head, state: 'postponed' }));
export const makeReadable = (world: ImportSite, jobId: string, state = 'running'): void =>
  changeStoredHead(world, jobId, (head) => ({ ...head, state }));
