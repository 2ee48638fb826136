import type { FieldDefinition } from '../../contract/fields';
import type { ImportColumn, ImportPlan, StoredRow } from '../../contract/imports';
import type { UndoList } from '../../contract/jobs';
import type { NamedValues } from '../kinds/cells/readers';
import { ENTITLEMENTS, type EntitlementOperation, entitlements } from '../kinds/entitlements';
import { cellOf, guardColumn, heldText } from '../kinds/if-unchanged';
import type { EncodedRow } from '../kinds/kind';
import type { SeenValues, UndoneEntitlement } from './undo-entitlement';
import { HELD_VALUES, fieldsOfColumns, ifUnchanged, separatorFor, valueColumn } from './undo-plan';

/** The column of the entitlement itself comes first: rows that are about the same one are told by it. */
const named = (entitlement: ImportColumn): ImportColumn[] => [
  entitlement,
  { header: 'Customer ID', target: { to: 'customerId' } },
  { header: 'Organization ID', target: { to: 'organizationId' } },
  { header: 'Product ID', target: { to: 'product', by: 'id' } },
];
const itsId = named({ header: 'Entitlement ID', target: { to: 'entitlementId' } });
const NAMING = itsId.length;
/** What is granted again gets another ID: the one that it had is for people to read. */
const itsFormerId = named({ header: 'Former entitlement ID', target: { to: 'nothing' } });

/**
 * The plan of the job for one of the lists of what undoes a job of entitlements; null where there is none. `fields`: those of
 * entitlements that the site has, as a row that revokes names none of what it takes away.
 */
export function entitlementPlanOf(
  list: UndoList,
  plan: ImportPlan,
  fields: readonly FieldDefinition[],
): ImportPlan | null {
  switch (list) {
    case 'back':
      return backPlanOf(plan);
    case 'grant':
      return planOf('GRANT', [...itsFormerId, ...fields.map(valueColumn)], fields);
    case 'revoke':
      return planOf('REVOKE', [...itsId, guardColumn(HELD_VALUES)], []);
    default:
      return null;
  }
}

function backPlanOf(plan: ImportPlan): ImportPlan {
  const fields = fieldsOfColumns(plan);
  return planOf('UPDATE', [...itsId, ...fields.flatMap((field) => ifUnchanged(valueColumn(field)))], fields);
}

/** Each of them keeps what it finds, so that it can be undone, too. */
const planOf = (
  operation: string,
  columns: readonly ImportColumn[],
  fields: readonly FieldDefinition[],
): ImportPlan => ({
  kind: ENTITLEMENTS,
  operation,
  columns: [...columns],
  fields: [...fields],
  options: { emptyCells: 'leave', valueSeparator: separatorFor(fields) },
  lookups: { organizations: [], products: [] },
  keepsBefore: true,
});

/** What undoes a row about an entitlement, as rows of these plans; and the fields whose earlier values no row can write. */
interface UndoneRows extends Record<'back' | 'grant' | 'revoke', StoredRow[]> {
  unwritable: string[];
}

/** Makes what turns what undoes a row into rows of these plans. `number` is that of the row that is undone. */
export function undoneEntitlementRows(
  plan: ImportPlan,
  fields: readonly FieldDefinition[],
): (number: number, of: EntitlementOperation, undone: UndoneEntitlement) => UndoneRows {
  const toBack = valueRows(backPlanOf(plan));
  const toGrant = valueRows(planOf('GRANT', [...itsFormerId, ...fields.map(valueColumn)], fields));
  return (number, of, { back, grant, revoke }) => {
    const made = back === null ? null : toBack(of, back);
    // It is granted all the same, where some of its values cannot be written.
    const again = grant === null ? null : toGrant(of, grant);
    return {
      back: made === null || made.written === 0 ? [] : [[number, made.cells]],
      grant: again === null ? [] : [[number, again.cells]],
      revoke: revoke === null ? [] : [[number, [...namingCells(of, revoke.id), heldText(revoke.seen)]]],
      unwritable: [...(made?.unwritable ?? []), ...(again?.unwritable ?? [])],
    };
  };
}

/** The cells of what names an entitlement, in the order of their columns. */
function namingCells({ holder, productId }: EntitlementOperation, id: string): string[] {
  const [customerId, organizationId] = holder.entity === 'customer' ? [holder.id, ''] : ['', holder.id];
  return [id, customerId, organizationId, productId];
}

/** Values as they are written; where the plan has a column for it, with those that were seen. */
type Values = NamedValues & Partial<SeenValues>;

/** Makes the cells of the values of an entitlement, without those that an import would read otherwise. */
function valueRows(plan: ImportPlan) {
  const encode = entitlements.encoder(plan);
  const cellsOf = (of: EntitlementOperation, id: string, values: readonly Values[]): string[] => {
    const its = new Map(values.map((one) => [one.name, one]));
    const ofColumns = plan.columns.slice(NAMING).map(({ target }, at, columns) => {
      // What was seen stands behind the column of the values.
      const { values: was, seen } = its.get(target.field ?? columns[at - 1]?.target.field ?? '') ?? {};
      const cell = target.field === undefined ? seen : was;
      return cell === undefined ? '' : cellOf(cell, plan);
    });
    return [...namingCells(of, id), ...ofColumns];
  };
  return (of: EntitlementOperation, { id, values }: { id: string; values: readonly Values[] }) => {
    const fit = values.filter((one) => isRead(encode(cellsOf(of, id, [one])), one));
    return {
      cells: cellsOf(of, id, fit),
      written: fit.length,
      unwritable: values.filter((one) => !fit.includes(one)).map(({ name }) => name),
    };
  };
}

/** Whether a row is read as one that writes just this value. */
function isRead({ operation }: EncodedRow<EntitlementOperation>, { name, values }: NamedValues): boolean {
  const [first, ...others] = operation?.details ?? [];
  return first?.name === name && others.length === 0 && JSON.stringify(first.values) === JSON.stringify(values);
}
