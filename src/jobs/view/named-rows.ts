import type { ImportPlan, StoredRow } from '../../contract/imports';
import { fold } from '../../domain/fold';
import type { Before } from '../../domain/jobs/before';
import { type JobHead, rowsOfBatch } from '../../domain/jobs/head';
import type { LookedUpRow } from '../../domain/jobs/looked-up';
import { kindOf } from '../../domain/kinds';
import type { ImportKind } from '../../domain/kinds/kind';
import { readBatches, readBefore, readLookedUp, rowReader } from '../store/ledger';

/**
 * Ids, email addresses and names, folded: whatever rows say of what they are about, so rather too much than too little. Of an
 * entity that they created, the id is among them only where the site told it.
 */
export interface NamedRows {
  own: readonly string[];
  /** Those by whose organizations other records show what was done as well. */
  reaching: readonly string[];
}

/** Batches of which something was sent, or perhaps was. */
export const sentBatches = ({ next, intent, partial }: JobHead): number =>
  Math.max(next, intent?.to ?? 0, partial === null ? 0 : partial.batch + 1);

/** Makes what tells whom the rows of a batch name. @throws DamagedError */
export function namedRowsOf(head: JobHead, plan: ImportPlan): (batch: number) => Promise<NamedRows> {
  const rowsOf = rowReader(head);
  const kind = kindOf(plan.kind);
  const namesOf = rowNamer(kind, plan);
  return async (batch) => {
    const [first, count] = [batch * head.batchSize, rowsOfBatch(head, batch)];
    const found = Math.min(count, (head.lookedUp ?? 0) - first);
    const [rows, accounts, before, lookedUp] = await Promise.all([
      rowsOf(first, count),
      readBatches(head.id, [batch]),
      head.keepsBefore ? readBefore(head.id, batch) : [],
      found > 0 ? readLookedUp(head.id, first, found) : [],
    ]);
    const known = new Map((accounts.get(batch)?.known ?? []).map(([index, id]) => [index, id]));
    const all = rows.map((row, at) => namesOf(row, lookedUp[at], [known.get(at) ?? '', ...idsIn(before[at])]));
    return {
      own: all.flatMap(({ texts }) => texts),
      reaching: all.flatMap(({ texts, isReaching }) => (isReaching ? texts : [])),
    };
  };
}

const idsIn = (before: Before | undefined): string[] =>
  typeof before === 'object' && before !== null ? [before.id] : [];

/** Makes what reads what a row names: in the cells of all columns but those of detail fields, and as its kind reads them. */
function rowNamer(kind: ImportKind, plan: ImportPlan) {
  const encode = kind.encoder(plan);
  const naming = plan.columns.flatMap(({ target }, at) => (target.field === undefined ? [at] : []));
  return ([, cells]: StoredRow, lookedUp: LookedUpRow | undefined, known: readonly string[]) => {
    const ids = lookedUp !== undefined && 'ids' in lookedUp ? lookedUp.ids : [];
    const left = ids.values();
    const row = encode(cells, () => left.next().value ?? '');
    const encoded = row.operation === null ? { texts: [], isReaching: true } : namesIn(kind, row.operation);
    const inCells = naming.flatMap((at) => [cells[at] ?? '', ...(cells[at] ?? '').split(plan.options.valueSeparator)]);
    const identities = row.operation === null ? [] : row.identities.map(({ value }) => value);
    const texts = [...inCells, ...identities, ...encoded.texts, ...ids, ...known]
      .map(fold)
      .filter((text) => text !== '');
    return { texts: [...new Set(texts)], isReaching: kind.reach !== undefined && encoded.isReaching };
  };
}

/** What the operation names by ids, and whether it shows on customers of an organization: its values alone don't. */
function namesIn(kind: ImportKind, operation: object): { texts: string[]; isReaching: boolean } {
  const id = kind.siteId?.(operation) ?? '';
  const written = kind.writes?.(operation);
  if (written === undefined) return { texts: [id], isReaching: true };
  const joins = written.joins.map((joined) => joined.slice(joined.indexOf(' ') + 1));
  const isReaching = written.name !== undefined || written.joins.some((joined) => joined.startsWith('product '));
  return { texts: [id, ...joins], isReaching };
}
