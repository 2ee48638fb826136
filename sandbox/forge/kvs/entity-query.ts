import type { Entity, EntityIndex } from '../../manifest';
import { matches, meets } from './conditions';
import { badRequest } from './errors';
import type { EntityQueryRequest } from './requests';
import { isRecord } from './rules';
import type { Row } from './store';

/** The index that every entity has without declaring it. */
const BY_KEY: EntityIndex = { name: 'by-key', partition: [], range: [] };

interface Candidate {
  row: Row;
  value: Record<string, unknown>;
  position: unknown;
}

/** The rows of an entity that a query selects, in the order of its index. @throws KvsError 400 */
export function selectRows(entity: Entity, rows: readonly Row[], query: EntityQueryRequest): Row[] {
  const index = [BY_KEY, ...entity.indexes].find(({ name }) => name === query.indexName);
  if (!index) throw badRequest('INVALID_ENTITY_INDEX', `The entity has no index '${query.indexName}'.`);
  const partition = query.partition ?? [];
  if (partition.length !== index.partition.length) {
    throw badRequest('INVALID_PARTITION', `The index '${index.name}' has ${index.partition.length} partition values.`);
  }
  const rangeAttribute = index.range[0];
  const candidates = rows.flatMap((row): Candidate[] => {
    const value: unknown = JSON.parse(row.json);
    if (!isRecord(value)) return [];
    const position = rangeAttribute === undefined ? row.key : value[rangeAttribute];
    return position === undefined ? [] : [{ row, value, position }];
  });
  const { range, filters } = query;
  const selected = candidates
    .filter(({ value }) => index.partition.every((attribute, at) => value[attribute] === partition[at]))
    .filter(({ position }) => !range || matches(position, range))
    .filter(({ value }) => !filters || meets(value, filters))
    .sort(byPosition)
    .map(({ row }) => row);
  return query.sort === 'DESC' ? selected.reverse() : selected;
}

function byPosition({ position: left }: Candidate, { position: right }: Candidate): number {
  if (typeof left === 'number' && typeof right === 'number') return left - right;
  const [one, other] = [String(left), String(right)];
  return one < other ? -1 : one > other ? 1 : 0;
}
