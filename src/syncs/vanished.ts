import type { FieldDefinition } from '../contract/fields';
import type { ImportPlan } from '../contract/imports';
import type { Named } from '../domain/kinds/written';
import { kindOf } from '../domain/kinds';
import { GONE } from '../domain/syncs/applied-records';
import { putsIntoOrganizations } from '../domain/syncs/record-label';
import { identifyingColumns } from '../domain/syncs/row-texts';
import type { Sync } from '../domain/syncs/sync';
import { type FoundEntity, SHOWN_PER_FETCH, showEntities } from '../jobs/kinds/on-site/shown';
import type { SiteApi } from '../jobs/kinds/site-api';
import type { AppliedChange } from './applied';
import type { VanishedRecord } from './compare';

/** Records that one run takes out of their organizations: who is in which is asked for 25 at a time. The next run goes on. */
export const MOST_TAKEN_OUT = 5_000;

/** What becomes of records that have vanished: the cells of its job's rows. */
export interface VanishedRows {
  rows: string[][];
  /** Those that there is nothing to do for. */
  gone: AppliedChange[];
  /** Those of which the sync does not know into which organizations it has put them. */
  unknown: number;
  /** Those that are left for the next run. */
  later: number;
}

/** The plan of the job of records that have vanished; null where there is none, or it cannot be made. */
export function vanishedPlan(sync: Sync, fields: readonly FieldDefinition[]): ImportPlan | null {
  const { vanished, mapping } = sync;
  const [identity] = identifyingColumns(mapping, fields);
  if (identity === undefined) return null;
  const isOfCustomers = kindOf(mapping.kind).entity === 'customer';
  const rest = {
    options: { emptyCells: 'leave' as const, valueSeparator: ';' as const },
    lookups: { organizations: [], products: [] },
  };
  const record = { header: 'Record', target: identity };
  if (vanished.then === 'take-out') {
    if (!isOfCustomers) return null;
    const columns = [record, { header: 'Organization', target: { to: 'organizationId' } }];
    return { kind: 'membership-removals', operation: 'REMOVE', columns, fields: [], ...rest };
  }
  const field = vanished.then === 'set' ? fields.find(({ name }) => name === vanished.field) : undefined;
  if (vanished.then !== 'set' || field === undefined) return null;
  const action = vanished.value === '' ? ('clear' as const) : ('replace' as const);
  const date = field.type === 'DATE' && action === 'replace' ? { dateOrder: 'iso' as const } : {};
  return {
    kind: isOfCustomers ? 'customer-details' : 'organization-details',
    operation: 'UPDATE',
    columns: [record, { header: field.name, target: { to: 'detail', field: field.name, action, ...date } }],
    fields: [field],
    ...rest,
  };
}

/** The rows of that job. Who is to leave organizations is looked up first. @throws SiteError */
export async function vanishedRows(
  sync: Sync,
  plan: ImportPlan,
  vanished: readonly VanishedRecord[],
  site: SiteApi,
): Promise<VanishedRows> {
  const { then } = sync.vanished;
  if (then === 'set') {
    const { value } = sync.vanished;
    return { rows: vanished.map(({ label }) => [label, value === '' ? 'x' : value]), gone: [], unknown: 0, later: 0 };
  }
  const found: VanishedRows = { rows: [], gone: [], unknown: 0, later: 0 };
  const known = putsIntoOrganizations(sync.mapping);
  const all = vanished.filter(({ organizations }) => !known || organizations !== null);
  const meant = all.slice(0, MOST_TAKEN_OUT);
  found.unknown = vanished.length - all.length;
  found.later = all.length - meant.length;
  for (let from = 0; from < meant.length; from += SHOWN_PER_FETCH) {
    const some = meant.slice(from, from + SHOWN_PER_FETCH);
    const shown = await showEntities(
      site,
      'customer',
      some.map(({ label }) => namedBy(plan.columns[0]?.target.to, label)),
    );
    for (const [at, record] of some.entries()) addLeaving(found, record, shown[at] ?? null, known);
  }
  return found;
}

function namedBy(to: string | undefined, label: string): Named {
  if (to === 'externalId') return { externalId: label };
  return to === 'customerId' ? { id: label } : { email: label };
}

function addLeaving(
  found: VanishedRows,
  { key, label, organizations }: VanishedRecord,
  shown: FoundEntity,
  onlyKnown: boolean,
): void {
  if (shown === 'unknown') {
    found.unknown += 1;
    return;
  }
  const into = new Set(organizations);
  const all = [...(shown?.joined ?? [])].flatMap((join) =>
    join.startsWith('organization ') ? [join.slice('organization '.length)] : [],
  );
  const leaves = onlyKnown ? all.filter((id) => into.has(id)) : all;
  found.rows.push(...leaves.map((id) => [label, id]));
  if (leaves.length === 0) found.gone.push({ key, print: GONE, label });
}
