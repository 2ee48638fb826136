import type { FieldDefinition } from '../contract/fields';
import type { ImportPlan } from '../contract/imports';
import type { Named, Shown } from '../domain/kinds/written';
import { kindOf } from '../domain/kinds';
import { checkValue } from '../domain/fields/value';
import { GONE } from '../domain/syncs/applied-records';
import { putsIntoOrganizations } from '../domain/syncs/record-label';
import { identifyingColumns, identityOf } from '../domain/syncs/row-texts';
import type { Sync } from '../domain/syncs/sync';
import { type FoundEntity, SHOWN_PER_FETCH, showEntities } from '../jobs/kinds/on-site/shown';
import type { SiteApi } from '../jobs/kinds/site-api';
import type { Services } from '../jobs/run/services';
import { SiteError } from '../platform/http/site-error';
import type { AppliedChange } from './applied';
import type { VanishedRecord } from './compare';

/** Vanished records that one run looks up: 25 at a time. The next run goes on. */
export const MOST_LOOKED_UP = 5_000;
/** What looking up leaves of the time of an invocation, for making the jobs. */
const RESERVE_MS = 3 * 60_000;

/** What becomes of records that have vanished: the cells of its job's rows. */
export interface VanishedRows {
  rows: string[][];
  /** Those that there is nothing to do for. */
  gone: AppliedChange[];
  /** Those of which nobody can tell who they are, or into which organizations the sync has put them. */
  unknown: number;
  /** Those whom another row of the export names. */
  named: number;
  /** Those that are left for the next run. */
  later: number;
}

/**
 * Whether the fields take what vanished records are set to, as they are by now: one can have lost an option, or have been made
 * anew with another type.
 */
export const takesMarks = ({ vanished }: Sync, fields: readonly FieldDefinition[]): boolean =>
  vanished.then !== 'set' ||
  vanished.values.every(({ field: name, value }) => {
    const field = fields.find((one) => one.name === name);
    return field !== undefined && checkValue(field, value, { separator: ';', decimal: '.' }).ok;
  });

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
  if (vanished.then !== 'set') return null;
  const marks = vanished.values.flatMap((mark) => {
    const field = fields.find(({ name }) => name === mark.field);
    return field === undefined ? [] : [{ field, value: mark.value }];
  });
  if (marks.length < vanished.values.length) return null;
  return {
    kind: isOfCustomers ? 'customer-details' : 'organization-details',
    operation: 'UPDATE',
    columns: [record, ...marks.map(({ field, value }) => columnOfMark(field, value))],
    fields: marks.map(({ field }) => field),
    ...rest,
  };
}

function columnOfMark({ name, type }: FieldDefinition, value: string): ImportPlan['columns'][number] {
  const action = value === '' ? ('clear' as const) : ('replace' as const);
  const date = type === 'DATE' && action === 'replace' ? { dateOrder: 'iso' as const } : {};
  return { header: name, target: { to: 'detail', field: name, action, ...date } };
}

/** A column that clears takes any text for yes. */
export const cellsOfMarks = (vanished: Sync['vanished']): string[] =>
  vanished.then === 'set' ? vanished.values.map(({ value }) => (value === '' ? 'x' : value)) : [];

/**
 * The rows of that job. Who they are is looked up first, as far as the time goes: one whom another row of the export names,
 * by an email or another ID, is left alone. `names` says whether a row names a record so. @throws SiteError
 */
export async function vanishedRows(
  sync: Sync,
  plan: ImportPlan,
  vanished: readonly VanishedRecord[],
  names: (identity: string) => boolean,
  { site, timeLeft }: Pick<Services, 'site' | 'timeLeft'>,
): Promise<VanishedRows> {
  const isTakenOut = sync.vanished.then === 'take-out';
  const known = isTakenOut && putsIntoOrganizations(sync.mapping);
  const all = vanished.filter(({ organizations }) => !known || organizations !== null);
  const found: VanishedRows = { rows: [], gone: [], unknown: vanished.length - all.length, named: 0, later: 0 };
  const meant = all.slice(0, MOST_LOOKED_UP);
  let done = 0;
  while (done < meant.length && timeLeft() > RESERVE_MS) {
    const some = meant.slice(done, done + SHOWN_PER_FETCH);
    const shown = await shownOf(sync, plan, some, site).catch((error: unknown) => {
      // What was found before is not lost over trouble of the site.
      if (done > 0 && error instanceof SiteError) return null;
      throw error;
    });
    if (shown === null) break;
    for (const [at, record] of some.entries()) {
      const entity = shown[at] ?? null;
      if (entity === 'unknown') found.unknown += 1;
      else if (entity !== null && isNamed(entity, names)) found.named += 1;
      else if (isTakenOut) addLeaving(found, record, entity, known);
      else addSet(found, record, entity, sync);
    }
    done += some.length;
  }
  found.later = all.length - done;
  return found;
}

function shownOf(
  { mapping }: Sync,
  plan: ImportPlan,
  records: readonly VanishedRecord[],
  site: SiteApi,
): Promise<FoundEntity[]> {
  const to = plan.columns[0]?.target.to;
  return showEntities(
    site,
    kindOf(mapping.kind).entity,
    records.map(({ label }) => namedBy(to, label)),
  );
}

/** Whether a row of the export is about an entity of the site, by whatever it names it. */
function isNamed({ id, name, email }: Shown, names: (identity: string) => boolean): boolean {
  return [
    identityOf({ to: 'customerId' }, id),
    identityOf({ to: 'organizationId' }, id),
    identityOf({ to: 'name' }, name),
    ...(email === undefined ? [] : [identityOf({ to: 'email' }, email)]),
  ].some(names);
}

function addSet(found: VanishedRows, { key, label }: VanishedRecord, shown: Shown | null, { vanished }: Sync): void {
  if (shown === null) {
    found.gone.push({ key, print: GONE, label });
    return;
  }
  found.rows.push([label, ...cellsOfMarks(vanished)]);
}

function namedBy(to: string | undefined, label: string): Named {
  if (to === 'externalId') return { externalId: label };
  if (to === 'customerId' || to === 'organizationId') return { id: label };
  return to === 'email' ? { email: label } : { name: label };
}

function addLeaving(
  found: VanishedRows,
  { key, label, organizations }: VanishedRecord,
  shown: Shown | null,
  onlyKnown: boolean,
): void {
  const into = new Set(organizations);
  const all = [...(shown?.joined ?? [])].flatMap((join) =>
    join.startsWith('organization ') ? [join.slice('organization '.length)] : [],
  );
  const leaves = onlyKnown ? all.filter((id) => into.has(id)) : all;
  found.rows.push(...leaves.map((id) => [label, id]));
  if (leaves.length === 0) found.gone.push({ key, print: GONE, label });
}
