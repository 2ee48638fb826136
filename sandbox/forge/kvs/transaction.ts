import { bytesOf } from '../wire';
import { meets } from './conditions';
import { KvsError, badRequest } from './errors';
import type { KvsMeter } from './meter';
import type { DeleteRequest, Filters, TransactionRequest } from './requests';
import { checkTtl, encodeValue, isRecord } from './rules';
import type { Space, Store } from './store';

/**
 * All of a transaction or nothing of it. Counts as one write of its whole size (Forge, transactions, limitations).
 * @throws KvsError 400 when a condition is not met or a part is not valid, 429 over the rate limits
 */
export function applyTransaction(
  store: Store,
  meter: KvsMeter,
  request: TransactionRequest,
  spaceOf: (item: DeleteRequest) => Space,
): void {
  const sets = request.set.map((item) => ({
    key: item.key,
    space: spaceOf(item),
    json: encodeValue(item.value),
    ttlMs: checkTtl(item.options),
  }));
  const deletes = request.delete.map((item) => ({ key: item.key, space: spaceOf(item) }));
  const bytes = sets.reduce((sum, { json }) => sum + bytesOf(json), 0);
  for (const item of [...request.set, ...request.delete, ...request.check]) checkConditions(store, item, spaceOf(item));
  for (const { space, key, json } of sets) meter.writeKey(`${space}/${key}`, bytesOf(json));
  meter.write(bytes);
  for (const { space, key, json, ttlMs } of sets) store.set(space, key, json, ttlMs);
  for (const { space, key } of deletes) store.delete(space, key);
}

interface Conditional extends DeleteRequest {
  conditions?: Filters | undefined;
}

function checkConditions(store: Store, { key, entityName, conditions }: Conditional, space: Space): void {
  if (!conditions) return;
  if (entityName === undefined) throw badRequest('INVALID_CONDITION', 'Only entities can be written conditionally.');
  const row = store.get(space, key);
  const value: unknown = row ? JSON.parse(row.json) : undefined;
  if (!meets(isRecord(value) ? value : undefined, conditions)) {
    throw new KvsError(400, 'TRANSACTION_CONDITION_FAILED', `The conditions on '${key}' are not met.`);
  }
}
