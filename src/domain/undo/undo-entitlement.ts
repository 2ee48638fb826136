import type { DetailFieldType } from '../../contract/fields';
import type { Outcome } from '../../contract/jobs';
import type { Before } from '../jobs/before';
import type { NamedValues } from '../kinds/cells/readers';
import type { EntitlementOperation } from '../kinds/entitlements';
import { sameForType, sameValues, strictly } from '../kinds/seen-values';

/** An entitlement as the site shows it. */
export interface HeldEntitlement {
  id: string;
  values: ReadonlyMap<string, readonly string[]>;
}

/** A row about an entitlement that was done, or perhaps was. */
export interface EntitlementToUndo {
  operation: EntitlementOperation;
  /** What rows of its batch have written to the entitlement: two can have named the same. */
  written: readonly NamedValues[];
  before: Before | undefined;
  /** What the job knows of the entitlement: its ID, and whether it was only found as the row wants it. */
  told: { id?: string; isFound: boolean };
  outcome: Outcome;
  /** The entitlements that the holder itself has to the product by now; null where the site doesn't show the holder. */
  now: readonly HeldEntitlement[] | null;
}

/** Earlier values of a field, with those that it was seen to have by now. */
export interface SeenValues extends NamedValues {
  seen: readonly string[];
}

/** What undoes a row: the values that are put back, those of the one that is granted again, or what is revoked, as it was seen. */
export interface UndoneEntitlement {
  back: { id: string; values: SeenValues[] } | null;
  grant: { id: string; values: NamedValues[] } | null;
  revoke: { id: string; seen: ReadonlyMap<string, readonly string[]> } | null;
  left: string[];
}

type Types = ReadonlyMap<string, DetailFieldType>;
type Kept = Exclude<Before, string | null>;

const nothing: UndoneEntitlement = { back: null, grant: null, revoke: null, left: [] };
const leftAlone = (...left: string[]): UndoneEntitlement => ({ ...nothing, left });

const NOT_KNOWN = 'It isn’t known what was there before.';
const NOT_SHOWN = 'Your site doesn’t show the entitlement.';

/**
 * Says what undoes a row about an entitlement. What the row granted is revoked, values that it changed are put back, what it
 * revoked is granted again; what somebody has changed since is left alone. `types`: the fields that the site has as they were.
 */
export function undoEntitlement(row: EntitlementToUndo, types: Types): UndoneEntitlement {
  const { operation, before, told, now } = row;
  if (before === undefined || before === 'unknown') return leftAlone(NOT_KNOWN);
  if (now === null) return leftAlone(`Your site doesn’t show the ${operation.holder.entity}, or the product.`);
  if (operation.type === 'REVOKE') return before === null ? nothing : undoRevocation(row, before, now, types);
  if (before === null) return undoGrant(row, now, types);
  if (told.id === undefined || told.id === before.id) return undoChange(row, before, now, types);
  // A row that only grants has told the ID of what it granted; any other may have found one beside the one that was read.
  return operation.type === 'GRANT' && !told.isFound ? undoGrant(row, now, types) : leftAlone(NOT_KNOWN);
}

function undoGrant(
  { operation, written, told, outcome }: EntitlementToUndo,
  now: readonly HeldEntitlement[],
  types: Types,
): UndoneEntitlement {
  const [own, ...others] = told.id === undefined ? now : now.filter(({ id }) => id === told.id);
  if (own === undefined) return outcome === 'unconfirmed' ? nothing : leftAlone(NOT_SHOWN);
  if (others.length > 0) return leftAlone(`The ${operation.holder.entity} has several entitlements to the product.`);
  const isWritten = ([name, values]: [string, readonly string[]]): boolean =>
    values.length === 0 || holdsWritten(name, values, written, types);
  const hasAll = operation.details.every(({ name, values }) => values.length === 0 || own.values.get(name)?.length);
  const isAsGranted = [...own.values].every(isWritten) && (outcome !== 'succeeded' || hasAll);
  return isAsGranted
    ? { ...nothing, revoke: { id: own.id, seen: own.values } }
    : leftAlone('The import granted the entitlement, and someone has changed its values since.');
}

function undoChange(
  { operation, written }: EntitlementToUndo,
  before: Kept,
  now: readonly HeldEntitlement[],
  types: Types,
): UndoneEntitlement {
  const own = now.find(({ id }) => id === before.id);
  if (own === undefined) return leftAlone(NOT_SHOWN);
  const left: string[] = [];
  const values: SeenValues[] = [];
  operation.details.forEach(({ name }, at) => {
    const was = before.values[at] ?? [];
    const is = own.values.get(name) ?? [];
    if (sameValues(was, is, strictly)) return;
    if (!types.has(name)) left.push(`Your site has no detail field “${name}” of the same type.`);
    else if (!holdsWritten(name, is, written, types)) left.push(`“${name}” has changed since.`);
    else values.push({ name, values: was, seen: is });
  });
  return { ...nothing, back: values.length === 0 ? null : { id: own.id, values }, left };
}

function undoRevocation(
  { operation }: EntitlementToUndo,
  { id, held = [] }: Kept,
  now: readonly HeldEntitlement[],
  types: Types,
): UndoneEntitlement {
  if (now.some((one) => one.id === id)) return nothing;
  if (now.length > 0) return leftAlone(`The ${operation.holder.entity} has another entitlement to the product.`);
  const lost = held.filter(([name]) => !types.has(name));
  const values = held.flatMap(([name, its]) => (types.has(name) ? [{ name, values: its }] : []));
  return {
    ...nothing,
    grant: { id, values },
    left: lost.map(([name]) => `Your site has no detail field “${name}”.`),
  };
}

const holdsWritten = (
  field: string,
  values: readonly string[],
  written: readonly NamedValues[],
  types: Types,
): boolean =>
  written.some((one) => one.name === field && sameValues(one.values, values, sameForType(types.get(field))));
