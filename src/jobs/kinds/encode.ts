import type { ImportPlan, StoredRow } from '../../contract/imports';
import type { Verdict } from '../../domain/jobs/account';
import { fold } from '../../domain/fold';
import type { Keys } from '../../domain/jobs/judge';
import type { LookedUpRow } from '../../domain/jobs/looked-up';
import type { Before } from '../../domain/jobs/before';
import { withoutFilled } from '../../domain/kinds/if-empty';
import { changedSince } from '../../domain/kinds/if-unchanged';
import type { ImportKind, RowEncoder } from '../../domain/kinds/kind';
import type { IdOf } from '../../domain/kinds/reference';
import { DamagedError } from '../store/damaged';

/** The rows of a batch as operations. */
export interface EncodedRows<Operation> {
  /** By the index of the row; rows that cannot be sent have none. */
  operations: Operation[];
  /** The names under which the site may speak of each row. */
  keys: Keys[];
  /** Rows that have their verdict before anything is sent. */
  settled: ReadonlyMap<number, Verdict>;
}

/**
 * Encodes the rows of a batch, with the ids that were looked up for them. `kept`: what was there before each row, where it
 * depends on that what is written. @throws DamagedError
 */
export function encodeRows<Operation extends object>(
  kind: ImportKind<Operation>,
  rows: readonly StoredRow[],
  plan: ImportPlan,
  lookedUp: readonly LookedUpRow[] | null,
  kept: readonly Before[] | null = null,
): EncodedRows<Operation> {
  const encode = kind.encoder(plan);
  const operations: Operation[] = [];
  const keys: Keys[] = [];
  const settled = new Map<number, Verdict>();
  const firstRows = new Map<string, number>();
  rows.forEach(([number, cells], at) => {
    const found = lookedUp?.[at];
    if (lookedUp !== null && found === undefined) throw new DamagedError('look-ups');
    if (found !== undefined && 'problem' in found) {
      settled.set(at, { outcome: 'failed', reason: found.problem });
      keys.push([]);
      return;
    }
    const ids = found?.ids ?? [];
    const row = encode(cells, idsInTurn(ids));
    // Every row was encoded when it was uploaded, and neither the cells nor the plan have changed since.
    if (!('identities' in row)) throw new DamagedError('data');
    const entity = entityOf(kind, row.operation);
    const before = entity === undefined ? undefined : firstRows.get(entity);
    if (before !== undefined) {
      settled.set(at, { outcome: 'failed', reason: `The same ${kind.words.one} is already in row ${before}.` });
      keys.push([]);
      return;
    }
    if (entity !== undefined) firstRows.set(entity, number);
    const operation = kept === null ? row.operation : operationFor(kind, encode, cells, ids, plan, kept[at]);
    if (typeof operation === 'string') settled.set(at, { outcome: 'failed', reason: operation });
    else if (operation === null) settled.set(at, { outcome: 'succeeded', reason: '' });
    else operations[at] = operation;
    keys.push([...row.identities.map(({ value }) => fold(value)), ...ids.map(fold)]);
  });
  return { operations, keys, settled };
}

/**
 * The operation of a row without what is written only where there is nothing; null where nothing is left of it. Or why it is
 * left alone: nobody knows what is there, or that has changed since it was seen.
 */
function operationFor<Operation extends object>(
  kind: ImportKind<Operation>,
  encode: RowEncoder<Operation>,
  cells: readonly string[],
  ids: readonly string[],
  plan: ImportPlan,
  before: Before = 'unknown',
): Operation | null | string {
  const { operation } = encode(cells, idsInTurn(ids));
  const written = operation === null ? undefined : kind.writes?.(operation);
  const fields = (operation && kind.fieldsKept?.(operation)) ?? written?.changes.map(({ field }) => field) ?? [];
  const changed = changedSince(cells, plan, fields, before);
  if (changed === 'unknown')
    return `${NOT_SHOWN} the ${kind.words.one} has, so it can’t be told whether it has changed.`;
  if (changed.length > 0) return changed.map((name) => `“${name}” has changed since.`).join(' ');
  const left = withoutFilled(cells, plan, written, before);
  if (before === 'unknown' && left.some((cell, at) => cell !== cells[at]))
    return `${NOT_SHOWN} the ${kind.words.one} has, so it can’t be told which fields are empty.`;
  return encode(left, idsInTurn(ids)).operation;
}

const NOT_SHOWN = 'Your site doesn’t show what';

/**
 * The id of what a row is about, where no other row of its request may be about the same. One row may name it by its id
 * and another by its name, which no check of the file can tell. The first one counts.
 */
function entityOf({ isAboutFirstReference }: ImportKind, operation: object): string | undefined {
  return isAboutFirstReference === true && 'id' in operation && typeof operation.id === 'string'
    ? operation.id
    : undefined;
}

/** Ids in the order in which a row refers to them. */
function idsInTurn(ids: readonly string[]): IdOf {
  const left = ids.values();
  return () => {
    const { value, done } = left.next();
    if (done === true) throw new DamagedError('look-ups');
    return value;
  };
}
