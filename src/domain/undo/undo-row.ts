import type { DetailFieldType } from '../../contract/fields';
import type { Outcome } from '../../contract/jobs';
import type { Before } from '../jobs/before';
import { fold } from '../fold';
import { type Same, sameForType, sameValues, strictly } from '../kinds/seen-values';
import { type Shown, type Written, type WrittenChange, hasValues } from '../kinds/written';
import { type UndoneJoins, undoJoins } from './undo-joins';

/** What is written to an entity to put back what it had, and what was seen of it by now. No values clear a field. */
export interface PutBack {
  id: string;
  name?: { was: string; seen: string };
  changes: { field: string; values: readonly string[]; seen: readonly string[] }[];
}

/** What undoes a row: what is put back, deleted or taken apart of it, and why the rest is left alone. */
export interface UndoneRow {
  back: PutBack | null;
  /** The id of a record that the row has created. */
  remove: string | null;
  /** What takes apart what the row has joined; null where there is nothing. */
  joins: { of: string; leave: UndoneJoins['leave']; revoke: UndoneJoins['revoke'] } | null;
  left: string[];
}

export interface RowToUndo {
  written: Written;
  before: Before | undefined;
  /** What the site shows of its entity by now; null where it shows none. */
  now: Shown | null;
  outcome: Outcome;
  /** Whether the row may have created its entity: it was not only to update one. */
  mayCreate: boolean;
}

/** What is said of the fields and records that a job is about. */
export interface UndoFacts {
  /** "customer" */
  one: string;
  /** The types of the fields that the site has by now. */
  types: ReadonlyMap<string, DetailFieldType>;
}

const nothing: UndoneRow = { back: null, remove: null, joins: null, left: [] };
const leftAlone = (...left: string[]): UndoneRow => ({ ...nothing, left });

/**
 * Says what undoes a row. What holds just what the row has written is put back as it was, or deleted where the row has
 * created it; what the row has joined to it is taken apart; what somebody has changed since is left alone. A row that was not
 * done needs nothing.
 */
export function undoRow(row: RowToUndo, facts: UndoFacts): UndoneRow {
  const { before, now, outcome } = row;
  if (outcome === 'failed' || outcome === 'cancelled') return nothing;
  if (before === undefined || before === 'unknown' || (before === null && !row.mayCreate))
    return leftAlone('It isn’t known what was there before.');
  if (now === null) {
    const wasNeverThere = before === null && outcome === 'unconfirmed';
    return wasNeverThere ? nothing : leftAlone(`Your site doesn’t show the ${facts.one}.`);
  }
  if (before === null) return undoCreation(row, now, facts);
  return undoUpdate(row, before, now, facts);
}

function undoCreation(row: RowToUndo, now: Shown, facts: UndoFacts): UndoneRow {
  return isAsCreated(row, now, facts)
    ? { ...nothing, remove: now.id }
    : leftAlone(`The import created the ${facts.one}, and someone has changed it since.`);
}

/** Whether an entity has what the row gave it and nothing else. A row that was done in part may lack some of it. */
function isAsCreated({ written, outcome }: RowToUndo, now: Shown, { types }: UndoFacts): boolean {
  const changes = new Map(written.changes.map((change) => [change.field, change]));
  const mayLack = outcome !== 'succeeded';
  // Who is created without a name is called by their email. CSM reference, customer/profile/bulk.
  const name = written.name ?? written.named.name ?? written.named.email;
  if (name !== undefined && fold(name) !== fold(now.name)) return false;
  for (const [field, values] of now.values) {
    if (values.length === 0) continue;
    const change = changes.get(field);
    if (change === undefined || !sameValues(change.values, values, sameFor(field, types))) return false;
  }
  const hasAll = written.changes.every(({ field, values }) => values.length === 0 || now.values.get(field)?.length);
  const joins = new Set(written.joins);
  const { entitlements } = now;
  const products = new Set(entitlements.map(({ productId }) => productId));
  // The row grants each product once, without values.
  const areAsGranted = products.size === entitlements.length && !entitlements.some(hasValues);
  return (mayLack || hasAll) && areAsGranted && [...now.joined].every((join) => joins.has(join));
}

function undoUpdate({ written }: RowToUndo, before: Exclude<Before, string | null>, now: Shown, facts: UndoFacts) {
  const left: string[] = [];
  const changes: PutBack['changes'] = [];
  written.changes.forEach((change, at) => {
    const was = before.values[at] ?? [];
    const is = now.values.get(change.field) ?? [];
    if (sameValues(was, is, strictly)) return;
    if (!facts.types.has(change.field)) left.push(`Your site has no detail field “${change.field}” of the same type.`);
    else if (!sameValues(afterwards(change, was), is, sameFor(change.field, facts.types)))
      left.push(`“${change.field}” has changed since.`);
    else changes.push({ field: change.field, values: was, seen: is });
  });
  const name = nameToPutBack(written.name, before.name, now.name);
  if (name === 'changed') left.push('The name has changed since.');
  const joined = new Set(before.joined);
  const added = written.joins.filter((join, at) => !joined.has(at) && now.joined.has(join));
  const { leave, revoke, left: leftJoined } = undoJoins(added, now, facts.one);
  left.push(...leftJoined);
  const isName = name !== null && name !== 'changed';
  const back = changes.length > 0 || isName ? { id: now.id, ...(isName && { name }), changes } : null;
  const joins = leave.length + revoke.length > 0 ? { of: now.id, leave, revoke } : null;
  return { ...nothing, back, joins, left };
}

function nameToPutBack(written: string | undefined, was: string | undefined, is: string) {
  if (written === undefined || was === undefined || was === is) return null;
  return written === is ? { was, seen: is } : ('changed' as const);
}

/** What a field holds after a change of what it held. */
function afterwards({ adds, values }: WrittenChange, was: readonly string[]): string[] {
  return adds ? [...new Set([...was, ...values])] : [...new Set(values)];
}

const sameFor = (field: string, types: UndoFacts['types']): Same => sameForType(types.get(field));
