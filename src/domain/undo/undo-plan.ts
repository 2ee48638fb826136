import type { FieldDefinition } from '../../contract/fields';
import type { ImportColumn, ImportPlan, StoredRow } from '../../contract/imports';
import { kindOf } from '../kinds';
import { EXTERNAL_ID } from '../kinds/customer-profiles';
import { ENTITLEMENTS } from '../kinds/entitlements';
import type { ImportKind } from '../kinds/kind';
import { goesTo, ownFields } from '../kinds/related';
import { CLEARED, cellOf, guardColumn } from '../kinds/if-unchanged';
import type { Written } from '../kinds/written';
import type { PutBack } from './undo-row';

const SEPARATORS = [';', '|', ','] as const;

/** The column and target of the id of an entity, and of its name. */
function placesOf({ entity }: ImportKind) {
  return entity === 'organization'
    ? { id: { header: 'Organization ID', to: 'organizationId' }, name: { header: 'Organization', to: 'name' } }
    : { id: { header: 'Customer ID', to: 'customerId' }, name: { header: 'Display name', to: 'displayName' } };
}

const hasNames = ({ undo }: ImportKind): boolean => undo?.created !== null;

/** The detail fields that columns of a plan go to. */
export const fieldsOfColumns = ({ columns, fields }: Pick<ImportPlan, 'columns' | 'fields'>): FieldDefinition[] =>
  ownFields(fields).filter((field) => columns.some((column) => goesTo(column, field)));

/** The detail fields that rows of a plan write: those of its columns, and the one by which customers were looked up. */
export function fieldsWritten({ columns, fields }: ImportPlan): FieldDefinition[] {
  const its = fieldsOfColumns({ columns, fields });
  const looksUp = columns.some(({ target }) => target.to === 'externalId');
  const isThere = its.some(({ name }) => name === EXTERNAL_ID);
  return looksUp && !isThere ? [...its, { name: EXTERNAL_ID, type: 'TEXT', options: [] }] : its;
}

/**
 * The plan of the job that puts back what a job with this plan has changed. The same plan gives the same one each time. It
 * keeps what it finds, so that it can be undone, too.
 */
export function undoPlanOf(plan: ImportPlan): ImportPlan {
  const kind = kindOf(plan.kind);
  const { id, name } = placesOf(kind);
  const fields = fieldsWritten(plan);
  return {
    kind: plan.kind,
    operation: 'UPDATE',
    columns: [
      { header: id.header, target: { to: id.to } },
      ...(hasNames(kind) ? ifUnchanged({ header: name.header, target: { to: name.to } }) : []),
      ...fields.flatMap((field) => ifUnchanged(valueColumn(field))),
    ],
    fields,
    options: { emptyCells: 'leave', valueSeparator: separatorFor(fields) },
    lookups: { organizations: [], products: [] },
    ...(plan.route && { route: plan.route }),
    keepsBefore: true,
  };
}

/** The column of the earlier values of a field. */
export const valueColumn = ({ name, type }: FieldDefinition): ImportColumn => ({
  header: name,
  target: {
    to: 'detail',
    field: name,
    clearedBy: CLEARED,
    ...(type === 'DATE' && { dateOrder: 'iso' as const }),
    ...(type === 'NUMBER' && { decimal: '.' as const }),
  },
});

/** A column that is written only where the record is as it was seen, and the one that says how that was. */
export const ifUnchanged = ({ header, target }: ImportColumn): ImportColumn[] => [
  { header, target: { ...target, write: 'if-unchanged' } },
  { header: `${header} as imported`, target: { to: 'nothing' } },
];

/** What separates values, and stands in no option of the fields. */
export function separatorFor(fields: readonly FieldDefinition[]): ImportPlan['options']['valueSeparator'] {
  const options = fields.flatMap((field) => (field.type === 'MULTISELECT' ? field.options : []));
  return SEPARATORS.find((sign) => !options.some((option) => option.includes(sign))) ?? ';';
}

/** The plan of the job that deletes what a job of the kind has created; null where it creates nothing. */
export function removalPlanOf({ kind }: ImportPlan): ImportPlan | null {
  const its = kindOf(kind);
  const removal = its.undo?.created ?? null;
  return removal === null
    ? null
    : guarded(takingPlan(removal, kindOf(removal).operations[0].id, [placesOf(its).id]), 'Version of the record');
}

/** The plan of the job that takes customers out of the organizations that a job has put them in. */
export function leavePlanOf({ kind }: ImportPlan): ImportPlan {
  const its = kindOf(kind);
  return takingPlan('membership-removals', 'REMOVE', [placesOf(its).id, otherPlaceOf(its)]);
}

/** The plan of the job that revokes the entitlements that a job has granted beside its records. It keeps what it finds. */
export function revokePlanOf({ kind }: ImportPlan): ImportPlan {
  const product = { header: 'Product ID', to: 'product', by: 'id' } as const;
  const entitlement = { header: 'Entitlement ID', to: 'entitlementId' };
  const columns = [placesOf(kindOf(kind)).id, product, entitlement];
  return { ...guarded(takingPlan(ENTITLEMENTS, 'REVOKE', columns), HELD_VALUES), keepsBefore: true };
}

/** The header of what a row that revokes has seen its entitlement hold. */
export const HELD_VALUES = 'Content of the entitlement';

/** A plan whose rows are done only where what they take away is as it was seen. */
const guarded = (plan: ImportPlan, header: string): ImportPlan => ({
  ...plan,
  columns: [...plan.columns, guardColumn(header)],
});

const otherPlaceOf = ({ entity }: ImportKind) =>
  entity === 'organization'
    ? { header: 'Customer ID', to: 'customerId' }
    : { header: 'Organization ID', to: 'organizationId' };

const takingPlan = (
  kind: string,
  operation: string,
  columns: readonly { header: string; to: string; by?: 'id' }[],
): ImportPlan => ({
  kind,
  operation,
  columns: columns.map(({ header, ...target }) => ({ header, target })),
  fields: [],
  options: { emptyCells: 'leave', valueSeparator: ';' },
  lookups: { organizations: [], products: [] },
});

/** A row of an undo, and the fields whose earlier values no row can write: an import would read them otherwise. */
export interface BackRow {
  row: StoredRow | null;
  unwritable: string[];
}

/** Makes what turns what is put back into rows of the plan of an undo. `row` is the number of the row that is undone. */
export function backRows(undoPlan: ImportPlan): (row: number, back: PutBack) => BackRow {
  const kind = kindOf(undoPlan.kind);
  const encode = kind.encoder(undoPlan);
  const cellsOf = (back: PutBack): string[] => {
    const changes = new Map(back.changes.map((change) => [change.field, change]));
    return undoPlan.columns.flatMap(({ target: { to, field } }) => {
      if (to === 'nothing') return [];
      if (to === 'customerId' || to === 'organizationId') return back.id;
      if (field === undefined) return [back.name?.was ?? '', back.name?.seen ?? ''];
      const { values, seen } = changes.get(field) ?? {};
      return values && seen ? [cellOf(values, undoPlan), cellOf(seen, undoPlan)] : ['', ''];
    });
  };
  const isWritten = (back: PutBack): boolean => {
    const { operation } = encode(cellsOf(back));
    const written = operation === null ? undefined : kind.writes?.(operation);
    return written !== undefined && writes(written, back);
  };
  return (row, back) => {
    const fit = (change: PutBack['changes'][number]): boolean => isWritten({ id: back.id, changes: [change] });
    const changes = isWritten(back) ? back.changes : back.changes.filter(fit);
    const fitting = { ...back, changes };
    if (changes.length === 0 && back.name === undefined) return { row: null, unwritable: fieldsOf(back) };
    if (!isWritten(fitting)) return { row: null, unwritable: [...fieldsOf(back), 'name'] };
    const unwritable = fieldsOf(back).filter((field) => !changes.some((change) => change.field === field));
    return { row: [row, cellsOf(fitting)], unwritable };
  };
}

const fieldsOf = ({ changes }: PutBack): string[] => changes.map(({ field }) => field);

function writes({ named, name, changes }: Written, back: PutBack): boolean {
  const wanted = new Map(back.changes.map(({ field, values }) => [field, values]));
  return (
    named.id === back.id &&
    name === back.name?.was &&
    changes.length === wanted.size &&
    changes.every(({ field, values }) => JSON.stringify(values) === JSON.stringify(wanted.get(field)))
  );
}
