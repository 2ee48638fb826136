import type { DetailFieldType } from '../../contract/fields';
import type { Difference } from '../../contract/file-frame';
import type { ImportField, ImportPlan, ShownEntity } from '../../contract/imports';
import { fold } from '../fold';
import { fieldsIfEmpty } from '../kinds/if-empty';
import { otherCustomer } from '../kinds/identities/id-and-email';
import type { EncodedRow, ImportKind } from '../kinds/kind';
import type { Reference } from '../kinds/reference';
import { ownFields } from '../kinds/related';
import { sameForType, sameValues, strictly } from '../kinds/seen-values';
import type { Joined, JoinedEntity, Named, Written } from '../kinds/written';

/** What a row would do to the site, as far as the site shows that. */
export type ComparedRow =
  | { is: 'new' | 'unknown' }
  /** `id`: of what the site has. */
  | { is: 'unchanged'; id: string }
  | { is: 'changed'; id: string; differences: Difference[] }
  /** The site will refuse it, or do it to somebody else. `isMissing`: it has no entity that the row could change. */
  | { is: 'failing'; message: string; isMissing?: true };

/** A row with what it has to be compared by. */
export interface RowToCompare {
  row: number;
  /** Null for a row that cannot be compared: what it names is found by a look-up that only the job makes. */
  written: Written | null;
  /** Some of what it joins is named, and not known by its id. */
  hasUnknownJoins: boolean;
}

/** What a row writes, with the entity named as the row names it. */
export function rowToCompare(kind: ImportKind, row: number, encoded: EncodedRow<object>): RowToCompare {
  if (encoded.operation === null) return { row, written: null, hasUnknownJoins: false };
  const written = kind.writes?.(encoded.operation) ?? kind.compares?.(encoded.operation) ?? null;
  const [first] = encoded.references;
  if (written === null || first === undefined) return { row, written, hasUnknownJoins: false };
  const { entitlement } = written.named;
  if (entitlement !== undefined)
    return { row, written: { ...written, named: { ...namedBy(first), entitlement } }, hasUnknownJoins: false };
  const isAboutOther = first.entity !== kind.entity;
  if (isAboutOther) {
    const joins = written.joins.filter((join) => idOf(join) !== '');
    return { row, written: { ...written, joins }, hasUnknownJoins: true };
  }
  return { row, written: { ...written, named: namedBy(first) }, hasUnknownJoins: false };
}

/** `orCreates`: nobody may have that ID, and somebody else the email. */
function namedBy({ by, value, orCreates }: Reference): Named {
  if (by === 'External ID') return { externalId: value, email: orCreates };
  return by === 'email' ? { email: value } : { name: value };
}

const joinNames: Record<JoinedEntity, string> = {
  organization: 'Organizations',
  product: 'Products',
  customer: 'Customers',
};

/** Says what a row would do. A value that is there in another notation is no difference. */
export function compareRow(
  { written, hasUnknownJoins }: RowToCompare,
  shown: ShownEntity,
  plan: Pick<ImportPlan, 'operation' | 'columns'> & { fields: readonly ImportField[] },
  one: string,
): ComparedRow {
  const { operation, fields } = plan;
  if (written === null || shown === 'unknown') return { is: 'unknown' };
  if (shown === 'no holder') {
    const holder = written.named.entitlement?.of ?? one;
    return { is: 'failing', message: `Your site doesn’t have the ${holder}.`, isMissing: true };
  }
  if (shown === null)
    return operation === 'UPDATE'
      ? { is: 'failing', message: `Your site doesn’t have the ${one}.`, isMissing: true }
      : { is: 'new' };
  if (operation === 'CREATE' || operation === 'GRANT')
    return { is: 'failing', message: `Your site already has the ${one}.` };
  const { id, email } = written.named;
  const stranger = id === undefined || email === undefined ? null : otherCustomer({ email }, shown);
  if (stranger !== null) return { is: 'failing', message: stranger };
  const types = new Map(ownFields(fields).map(({ name, type }) => [name, type]));
  const differences = differencesOf(written, shown, types, fieldsIfEmpty(plan));
  if (differences.length > 0) return { is: 'changed', id: shown.id, differences };
  return hasUnknownJoins ? { is: 'unknown' } : { is: 'unchanged', id: shown.id };
}

function differencesOf(
  { name, changes, joins }: Written,
  shown: Exclude<ShownEntity, null | string>,
  types: ReadonlyMap<string, DetailFieldType>,
  ifEmpty: ReadonlySet<string>,
): Difference[] {
  const differences: Difference[] = [];
  if (name !== undefined && !strictly(name, shown.name))
    differences.push({ part: 'Name', was: shown.name, will: name });
  const values = new Map(shown.values);
  for (const { field, adds, values: wanted } of changes) {
    const was = values.get(field) ?? [];
    if (was.length > 0 && ifEmpty.has(fold(field))) continue;
    const will = adds ? [...new Set([...was, ...wanted])] : [...new Set(wanted)];
    if (!sameValues(will, was, sameForType(types.get(field))))
      differences.push({ part: field, was: was.join(', '), will: will.join(', ') });
  }
  const joined = new Set(shown.joined);
  const lacking = joins.filter((_, at) => !joined.has(at));
  for (const [entity, part] of Object.entries(joinNames)) {
    const ids = lacking.filter((join) => join.startsWith(`${entity} `)).map(idOf);
    if (ids.length > 0) differences.push({ part, was: '', will: `Added: ${ids.join(', ')}` });
  }
  return differences;
}

const idOf = (join: Joined): string => join.slice(join.indexOf(' ') + 1);
