import * as v from 'valibot';
import type { Clock } from '../../clock';
import { BULK_BYTES, BULK_OPERATIONS, SECRET_BYTES, VALUE_BYTES } from '../limits';
import type { Entity } from '../../manifest';
import { type ForgeRequest, type ForgeResponse, bytesOf, emptyResponse, jsonResponse, parseJson } from '../wire';
import { selectRows } from './entity-query';
import { KvsError, badRequest, keyNotFound } from './errors';
import { KvsMeter, type KvsStats } from './meter';
import * as requests from './requests';
import { checkKey, checkTtl, encodeValue, checkEntityValue, pageSize } from './rules';
import { type Row, type Space, Store } from './store';
import { applyTransaction } from './transaction';

export interface KvsOptions {
  clock: Pick<Clock, 'now'>;
  entities: ReadonlyMap<string, Entity>;
  queryLagMs: number;
  expiryLagMs: number;
}

type Kind = 'plain' | 'secret' | 'entity';
type Addressed = Pick<requests.GetRequest, 'key' | 'entityName'>;
type Operation = (body: unknown) => ForgeResponse;

/** The key-value store and the custom entities of one installation, behind the requests of @forge/kvs. */
export class KvsService {
  readonly store: Store;
  private readonly meter: KvsMeter;
  private readonly operations: ReadonlyMap<string, Operation>;

  constructor(private readonly options: KvsOptions) {
    this.store = new Store(options);
    this.meter = new KvsMeter(options.clock);
    const single = (prefix: string, kind: Kind): [string, Operation][] => [
      [`/api/v1/${prefix}get`, (body) => this.get(kind, v.parse(requests.getRequest, body))],
      [`/api/v1/${prefix}set`, (body) => this.set(kind, v.parse(requests.setRequest, body))],
      [`/api/v1/${prefix}delete`, (body) => this.delete(kind, v.parse(requests.deleteRequest, body))],
    ];
    this.operations = new Map<string, Operation>([
      ...single('', 'plain'),
      ...single('secret/', 'secret'),
      ...single('entity/', 'entity'),
      ['/api/v1/query', (body) => this.query(v.parse(requests.queryRequest, body))],
      ['/api/v1/entity/query', (body) => this.queryEntity(v.parse(requests.entityQueryRequest, body))],
      ['/api/v1/batch/get', (body) => this.batch(requests.getRequest, body, (item) => this.batchGet(item))],
      ['/api/v1/batch/set', (body) => this.batch(requests.setRequest, body, (item) => this.batchSet(item))],
      ['/api/v1/batch/delete', (body) => this.batch(requests.deleteRequest, body, (item) => this.batchDelete(item))],
      ['/api/v1/transaction', (body) => this.transact(v.parse(requests.transactionRequest, body))],
    ]);
  }

  get stats(): Readonly<KvsStats> {
    return this.meter.stats;
  }

  /** Applies a request at once: when it returns, it has happened or it has been refused. */
  handle({ path, body }: Pick<ForgeRequest, 'path' | 'body'>): ForgeResponse {
    try {
      this.meter.request();
      const operation = this.operations.get(path);
      if (!operation) throw new KvsError(404, 'NOT_FOUND', `The key-value store has no operation ${path}.`);
      return operation(parseJson(body));
    } catch (error) {
      if (v.isValiError(error)) return jsonResponse(400, { code: 'BAD_REQUEST', message: error.message });
      if (error instanceof KvsError) return jsonResponse(error.status, { code: error.code, message: error.message });
      throw error;
    }
  }

  private get(kind: Kind, request: requests.GetRequest): ForgeResponse {
    const row = this.store.get(this.space(kind, request), request.key);
    this.meter.read(bytesOf(row?.json ?? ''));
    if (!row) throw keyNotFound();
    return jsonResponse(200, describe(row, request.options?.metadataFields));
  }

  private set(kind: Kind, request: requests.SetRequest): ForgeResponse {
    const space = this.space(kind, request);
    const previous = this.store.get(space, request.key);
    const latest = this.write(space, request);
    const { returnValue, returnMetadataFields } = request.options ?? {};
    const returned = returnValue === 'PREVIOUS' ? previous : returnValue === 'LATEST' ? latest : undefined;
    return returned ? jsonResponse(200, describe(returned, returnMetadataFields)) : emptyResponse(204);
  }

  private write(space: Space, request: requests.SetRequest): Row {
    const { key, options } = request;
    const json = encodeValue(request.value, space === 'secret' ? SECRET_BYTES : VALUE_BYTES);
    const ttl = checkTtl(options);
    this.checkEntity(request, request.value);
    const bytes = bytesOf(json);
    this.meter.writeKey(`${space}/${key}`, bytes);
    this.meter.write(bytes);
    if (options?.keyPolicy === 'FAIL_IF_EXISTS' && this.store.get(space, key)) {
      throw new KvsError(409, 'KEY_ALREADY_EXISTS', `The key '${key}' exists.`);
    }
    return this.store.set(space, key, json, ttl);
  }

  private delete(kind: Kind, request: requests.DeleteRequest): ForgeResponse {
    const space = this.space(kind, request);
    this.meter.write(0);
    if (!this.store.delete(space, request.key)) throw keyNotFound();
    return emptyResponse(204);
  }

  private query({ limit, after, where, options }: requests.QueryRequest): ForgeResponse {
    const prefix = where?.[0]?.values[0] ?? '';
    const rows = this.store.list('plain').filter((row) => row.key.startsWith(prefix));
    return this.page(rows, limit, after, options?.metadataFields);
  }

  private queryEntity(query: requests.EntityQueryRequest): ForgeResponse {
    const rows = selectRows(this.entity(query.entityName), this.store.list(`entity:${query.entityName}`), query);
    return this.page(rows, query.limit, query.cursor, query.options?.metadataFields);
  }

  private page(rows: Row[], limit: number | undefined, cursor: string | undefined, fields: MetadataFields) {
    const size = pageSize(limit);
    const last = cursor === undefined ? undefined : Buffer.from(cursor, 'base64url').toString('utf8');
    const start = last === undefined ? 0 : positionAfter(rows, last);
    const data = rows.slice(start, start + size);
    this.meter.read(data.reduce((sum, row) => sum + bytesOf(row.json), 0));
    const end = data.at(-1);
    const more = end && start + size < rows.length;
    return jsonResponse(200, {
      data: data.map((row) => describe(row, fields)),
      ...(more ? { cursor: Buffer.from(end.key).toString('base64url') } : {}),
    });
  }

  private batch<S extends v.GenericSchema<unknown, Addressed>>(
    schema: S,
    body: unknown,
    run: (item: v.InferOutput<S>) => object,
  ): ForgeResponse {
    const items: v.InferOutput<S>[] = v.parse(v.array(schema), body);
    checkBulk(items, body);
    const successfulKeys: object[] = [];
    const failedKeys: object[] = [];
    for (const item of items) {
      const { key, entityName } = item;
      try {
        successfulKeys.push({ key, entityName, ...run(item) });
      } catch (error) {
        if (!(error instanceof KvsError)) throw error;
        failedKeys.push({ key, entityName, error: { code: error.code, message: error.message } });
      }
    }
    const answer = { successfulKeys, failedKeys };
    checkBulkBytes(answer);
    return jsonResponse(200, answer);
  }

  private batchGet(item: requests.GetRequest): object {
    const row = this.store.get(this.space(kindOf(item), item), item.key);
    this.meter.read(bytesOf(row?.json ?? ''));
    if (!row) throw keyNotFound();
    return describe(row, item.options?.metadataFields);
  }

  private batchSet(item: requests.SetRequest): object {
    this.write(this.space(kindOf(item), item), item);
    return {};
  }

  private batchDelete(item: requests.DeleteRequest): object {
    this.meter.write(0);
    this.store.delete(this.space(kindOf(item), item), item.key);
    return {};
  }

  private transact(request: requests.TransactionRequest): ForgeResponse {
    checkBulk([...request.set, ...request.delete, ...request.check], request);
    for (const each of request.set) this.checkEntity(each, each.value);
    applyTransaction(this.store, this.meter, request, (each) => this.space(kindOf(each), each));
    return emptyResponse(204);
  }

  private space(kind: Kind, { key, entityName }: Addressed): Space {
    checkKey(key);
    if (kind !== 'entity') return kind;
    this.entity(entityName);
    return `entity:${entityName ?? ''}`;
  }

  private checkEntity({ entityName }: Addressed, value: unknown): void {
    if (entityName !== undefined) checkEntityValue(this.entity(entityName), value);
  }

  private entity(name: string | undefined): Entity {
    const entity = this.options.entities.get(name ?? '');
    if (!entity) throw badRequest('INVALID_ENTITY_TYPE', `The manifest declares no entity '${name ?? ''}'.`);
    return entity;
  }
}

type MetadataFields = ('CREATED_AT' | 'UPDATED_AT' | 'EXPIRE_TIME')[] | undefined;

const kindOf = ({ entityName }: Addressed): Kind => (entityName === undefined ? 'plain' : 'entity');

function describe(row: Row, fields: MetadataFields): object {
  const value: unknown = JSON.parse(row.json);
  return {
    key: row.key,
    value,
    ...(fields?.includes('CREATED_AT') ? { createdAt: row.createdAt } : {}),
    ...(fields?.includes('UPDATED_AT') ? { updatedAt: row.updatedAt } : {}),
    ...(fields?.includes('EXPIRE_TIME') && row.expiresAt !== null
      ? { expireTime: new Date(row.expiresAt).toISOString() }
      : {}),
  };
}

/** Where a listing goes on behind a key, also when that key is gone by now. */
function positionAfter(rows: readonly Row[], key: string): number {
  const at = rows.findIndex((row) => row.key === key);
  if (at >= 0) return at + 1;
  const later = rows.findIndex((row) => row.key > key);
  return later < 0 ? rows.length : later;
}

/** The limit is given for the payload of a batch, not for which way it goes: taken to hold for both. */
function checkBulkBytes(payload: unknown): void {
  if (bytesOf(JSON.stringify(payload)) > BULK_BYTES) {
    throw badRequest('MAX_SIZE', `The payload has more than ${BULK_BYTES} bytes.`);
  }
}

function checkBulk(items: readonly Addressed[], body: unknown): void {
  if (items.length === 0) throw badRequest('EMPTY_REQUEST', 'There is no operation.');
  if (items.length > BULK_OPERATIONS) {
    throw badRequest('TOO_MANY_OPERATIONS', `There are more than ${BULK_OPERATIONS} operations.`);
  }
  checkBulkBytes(body);
  const addresses = new Set(items.map(({ key, entityName }) => JSON.stringify([entityName, key])));
  if (addresses.size < items.length) throw badRequest('DUPLICATE_KEY', 'A key is used more than once.');
}
