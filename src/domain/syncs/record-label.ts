import type { ImportPlan } from '../../contract/imports';
import type { SyncMapping } from '../../contract/syncs';
import { kindOf } from '../kinds';
import type { Joined } from '../kinds/written';

/** How the export calls a record, and the IDs of the organizations that it was put into; null where nobody has kept these. */
export interface StoredLabel {
  label: string;
  organizations: readonly string[] | null;
}

/** Stands between what a stored label is made of: no cell has it. */
const BEHIND = '\u0000';
const isOrganization = (join: Joined): boolean => join.startsWith('organization ');
const idOf = (join: Joined): string => join.slice('organization '.length);

/** Whether a sync puts its records into organizations. */
export const putsIntoOrganizations = ({ columns }: Pick<SyncMapping, 'columns'>): boolean =>
  columns.some(({ target }) => target.to === 'organization');

/** What makes the stored labels of rows: with the organizations, where a column names them. */
export function labeler(plan: ImportPlan): (label: string, cells: readonly string[]) => string {
  if (!putsIntoOrganizations(plan)) return (label) => label;
  const kind = kindOf(plan.kind);
  const encode = kind.encoder(plan);
  return (label, cells) => {
    const { operation } = encode(cells);
    const joins = operation === null ? [] : (kind.writes?.(operation).joins ?? []);
    return stored(label, joins.filter(isOrganization).map(idOf));
  };
}

/** The label of a record that was applied again: the organizations that it was put into before count as well. */
export function unitedLabel(before: string, now: string): string {
  const [known, added] = [readStoredLabel(before), readStoredLabel(now)];
  if (known.organizations === null || added.organizations === null) return now;
  return stored(added.label, [...new Set([...known.organizations, ...added.organizations])]);
}

const stored = (label: string, organizations: readonly string[]): string =>
  [label, ...organizations].join(BEHIND) + BEHIND;

export function readStoredLabel(stored: string): StoredLabel {
  const [label = '', ...organizations] = stored.split(BEHIND);
  return { label, organizations: organizations.length === 0 ? null : organizations.filter((id) => id !== '') };
}
