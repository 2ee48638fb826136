import type { ImportColumn, ImportField, RelatedEntity, Target } from '../../contract/imports';
import type { NamedValues } from './cells/readers';

/** What a row says of what its entity is related to: jobs of other kinds write it, beside the job of the row. */
export interface Related {
  /** The organization that the row names, and what it says of it; null where it says nothing. */
  organization: { id: string; values: readonly NamedValues[] } | null;
  /** The product that the row names, and the values of the customer's entitlement to it; null where it says nothing. */
  entitlement: { productId: string; values: readonly NamedValues[] } | null;
}

const targets: Record<RelatedEntity, string> = {
  organization: 'organization-detail',
  entitlement: 'entitlement-detail',
};

/** The target of a field of what the entity of a row is related to. */
export const relatedTarget = (of: RelatedEntity, field: string): Target => ({ to: targets[of], field });

/** Of what a target's field is, where that is not the entity of the row. */
export function relatedTo({ to }: Target): RelatedEntity | undefined {
  if (to === targets.organization) return 'organization';
  return to === targets.entitlement ? 'entitlement' : undefined;
}

/** Whether some column goes to a field of what the entity of a row is related to; of one entity, where one is given. */
export const hasRelated = (columns: readonly ImportColumn[], of?: RelatedEntity): boolean =>
  columns.some(({ target }) => {
    const to = relatedTo(target);
    return to !== undefined && (of === undefined || to === of);
  });

/** The columns without those that only jobs of other kinds write. */
export const ownColumns = (columns: readonly ImportColumn[]): ImportColumn[] =>
  columns.map((column) => (relatedTo(column.target) === undefined ? column : { ...column, target: { to: 'nothing' } }));

/** The fields of the kind's own entity. */
export const ownFields = <F extends ImportField>(fields: readonly F[]): F[] =>
  fields.filter(({ of }) => of === undefined);

/** Whether a column goes to this field. */
export const goesTo = ({ target }: ImportColumn, { name, of }: ImportField): boolean =>
  target.field === name && relatedTo(target) === of;
