import type { DirectoryAction, DirectoryEntity } from '../../contract/directory';
import type { FieldDefinition } from '../../contract/fields';
import type { ImportColumn, ImportOptions, ImportPlan, Target } from '../../contract/imports';
import { CUSTOMER_ID_COLUMN, ORGANIZATION_ID_COLUMN, PRODUCT_ID_COLUMN } from '../csv/console-file';

/** What an action is as a job: its plan, the cell that is the same in all rows, and what the job is called. */
export interface ActionJob {
  plan: ImportPlan;
  cell: string | null;
  /** The ID of the entitlement that is meant stands behind that cell, where the holder has several. */
  namesEntitlement?: true;
  name: string;
}

/** Anything in the cell of a field that is cleared; people see it in the lists of the job. */
const CLEARED = 'clear';

const nothing: Target = { to: 'nothing' };

/** The columns that name who is meant. Email and name are for people who read the lists of the job. */
const identity: Record<DirectoryEntity, readonly ImportColumn[]> = {
  customer: [
    { header: CUSTOMER_ID_COLUMN, target: { to: 'customerId' } },
    { header: 'Email', target: nothing },
    { header: 'Display name', target: nothing },
  ],
  organization: [
    { header: ORGANIZATION_ID_COLUMN, target: { to: 'organizationId' } },
    { header: 'Organization', target: nothing },
  ],
};

const productColumn: ImportColumn = { header: PRODUCT_ID_COLUMN, target: { to: 'product', by: 'id' } };

const entitlementColumn: ImportColumn = { header: 'Entitlement ID', target: { to: 'entitlementId' } };

/** What has to be typed before an action takes something away, as an import of its kind asks; null where nothing has. */
export function toType({ do: what }: DirectoryAction): string | null {
  switch (what) {
    case 'delete':
      return 'Type how many are deleted.';
    case 'leave':
      return 'Type how many are taken out.';
    case 'revoke':
      return 'Type how many entitlements are revoked.';
    default:
      return null;
  }
}

/** The cells of a row of such a job. */
export const cellsFor = (
  entity: DirectoryEntity,
  [id, email, name, heldId]: readonly [id: string, email: string, name: string, heldId: string],
  { cell, namesEntitlement }: Pick<ActionJob, 'cell' | 'namesEntitlement'>,
): string[] => [
  ...[id, ...(entity === 'customer' ? [email] : []), name],
  ...(cell === null ? [] : [cell]),
  ...(namesEntitlement ? [heldId] : []),
];

/** A separator that no value holds, or why there is none. */
function separatorFor(values: readonly string[]): ImportOptions['valueSeparator'] {
  const free = ([';', '|', ','] as const).find((sign) => !values.some((value) => value.includes(sign)));
  return free ?? ';';
}

/** Read by ID, what was there is kept: the import can be undone, however many it is about. */
const kept = (plan: ImportPlan): ImportPlan => ({ ...plan, keepsBefore: true });

/** Where the values go that all get: none clear the field. */
const targetOf = (name: string, values: readonly string[], field: FieldDefinition | null): Target => ({
  to: 'detail',
  field: name,
  action: values.length === 0 ? 'clear' : 'replace',
  ...(field?.type === 'DATE' && { dateOrder: 'iso' }),
  ...(field?.type === 'NUMBER' && { decimal: '.' }),
});

/**
 * The job that does an action to many, of the kind that an import for the same would have.
 * @param field the definition of the field that is set
 */
export function jobOf(action: DirectoryAction, entity: DirectoryEntity, field: FieldDefinition | null): ActionJob {
  const values = action.do === 'set' ? action.values : [];
  const base = {
    fields: field === null ? [] : [field],
    options: { emptyCells: 'leave', valueSeparator: separatorFor(values) } as const,
    lookups: { organizations: [], products: [] },
  };
  const plan = (kind: string, operation: string, more: readonly ImportColumn[]): ImportPlan => ({
    ...base,
    kind,
    operation,
    columns: [...identity[entity], ...more],
  });
  switch (action.do) {
    case 'set': {
      const column = { header: action.field, target: targetOf(action.field, values, field) };
      return {
        plan: kept(plan(`${entity}-details`, 'UPDATE', [column])),
        cell: values.length === 0 ? CLEARED : values.join(base.options.valueSeparator),
        name: values.length === 0 ? `Clear ${action.field}` : `Set ${action.field} to ${values.join(', ')}`,
      };
    }
    case 'join': {
      const target: Target = { to: 'organization', by: 'id' };
      return {
        plan: kept(plan('customer-profiles', 'UPDATE', [{ header: ORGANIZATION_ID_COLUMN, target }])),
        cell: action.organization.id,
        name: `Add to ${action.organization.name}`,
      };
    }
    case 'leave': {
      const target: Target = { to: 'organizationId' };
      return {
        plan: plan('membership-removals', 'REMOVE', [{ header: ORGANIZATION_ID_COLUMN, target }]),
        cell: action.organization.id,
        name: `Take out of ${action.organization.name}`,
      };
    }
    case 'grant':
      return {
        plan: kept(plan('entitlements', 'GRANT', [productColumn])),
        cell: action.product.id,
        name: `Grant ${action.product.name}`,
      };
    case 'revoke':
      return {
        plan: kept(plan('entitlements', 'REVOKE', [productColumn, entitlementColumn])),
        cell: action.product.id,
        namesEntitlement: true,
        name: `Revoke ${action.product.name}`,
      };
    case 'delete':
      return { plan: plan(`${entity}-removals`, 'DELETE', []), cell: null, name: `Delete ${entity}s` };
  }
}
