import type { Entity } from '../../manifest';
import { KEY_CHARS, KEY_PATTERN, MAX_TTL_MS, QUERY_DEFAULT, QUERY_MOST, VALUE_BYTES, VALUE_DEPTH } from '../limits';
import { bytesOf } from '../wire';
import { badRequest } from './errors';
import { type SetOptions, ttlMs } from './requests';

/** @throws KvsError 400 for a key that Forge refuses */
export function checkKey(key: string): void {
  if (key === '') throw badRequest('KEY_TOO_SHORT', 'The provided key needs to be more than one character.');
  if (key.length > KEY_CHARS) throw badRequest('KEY_TOO_LONG', `The key has more than ${KEY_CHARS} characters.`);
  if (!KEY_PATTERN.test(key)) throw badRequest('INVALID_KEY', `The key does not match ${KEY_PATTERN.source}`);
}

/** The JSON of a value that may be stored in so many bytes. @throws KvsError 400 */
export function encodeValue(value: unknown, maxBytes = VALUE_BYTES): string {
  if (value === undefined || value === null) {
    throw badRequest('INVALID_VALUE', 'A value must be a string, boolean, number, array or object.');
  }
  const json = JSON.stringify(value);
  if (bytesOf(json) > maxBytes) throw badRequest('MAX_SIZE', `The value has more than ${maxBytes} bytes.`);
  if (deeperThan(value, VALUE_DEPTH)) throw badRequest('MAX_DEPTH', `The value nests deeper than ${VALUE_DEPTH}.`);
  return json;
}

/** @throws KvsError 400 */
export function checkTtl(options: SetOptions): number | null {
  const ms = ttlMs(options);
  if (ms !== null && ms > MAX_TTL_MS) throw badRequest('INVALID_TTL', 'The time to live is longer than a year.');
  return ms;
}

/** @throws KvsError 400 for a value that does not have the attributes which the manifest declares */
export function checkEntityValue(entity: Entity, value: unknown): void {
  if (!isRecord(value)) throw badRequest('INVALID_ENTITY_VALUE', 'The value of an entity must be an object.');
  for (const [name, content] of Object.entries(value)) {
    const attribute = entity.attributes[name];
    if (!attribute) throw badRequest('INVALID_ENTITY_ATTRIBUTE', `The entity has no attribute '${name}'.`);
    if (!isOfType(content, attribute.type)) {
      throw badRequest('INVALID_ENTITY_VALUE', `The attribute '${name}' must be of type ${attribute.type}.`);
    }
  }
}

/** @throws KvsError 400 */
export function pageSize(limit: number | undefined): number {
  const size = limit ?? QUERY_DEFAULT;
  if (!Number.isInteger(size) || size < 1 || size > QUERY_MOST) {
    throw badRequest('COMPLEX_QUERY_PAGE_LIMIT_NOT_IN_RANGE', `The page limit must be between 1 and ${QUERY_MOST}.`);
  }
  return size;
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isOfType(value: unknown, type: Entity['attributes'][string]['type']): boolean {
  if (type === 'any') return true;
  if (type === 'integer') return Number.isInteger(value);
  if (type === 'float') return typeof value === 'number';
  return typeof value === type;
}

function deeperThan(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((child) => deeperThan(child, levels - 1));
}
