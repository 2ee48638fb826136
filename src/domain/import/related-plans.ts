import type { ImportColumn, ImportField, ImportPlan, RelatedEntity } from '../../contract/imports';
import { ORGANIZATION_ID_COLUMN, PRODUCT_ID_COLUMN } from '../csv/console-file';
import { recommendedRoute } from '../kinds/batch-size';
import { ENTITLEMENTS } from '../kinds/entitlements';
import { CUSTOMER_TARGETS } from '../kinds/identities/customer';
import { ORGANIZATION_DETAILS } from '../kinds/detail-values/organizations';
import { type Related, relatedTo } from '../kinds/related';
import { isError } from './clean/nothing';

/** The jobs of one file, in the order in which they run. `own` is that of the rows themselves. */
export const jobsOfFile = ['organizations', 'own', 'entitlements'] as const;
export type JobOfFile = (typeof jobsOfFile)[number];
export type RelatedJob = Exclude<JobOfFile, 'own'>;

const suffixes: Record<RelatedJob, string> = { organizations: 'organizations', entitlements: 'entitlements' };
/** Characters that the name of a job can have. */
const MAX_JOB_NAME = 255;

/** What a job is called beside that of the rows: "customers: organizations". */
export function nameOfJob(job: JobOfFile, name: string): string {
  if (job === 'own') return name;
  const suffix = `: ${suffixes[job]}`;
  return `${name.slice(0, MAX_JOB_NAME - suffix.length)}${suffix}`;
}

/** A plan of values that the rows of another one say, and how its cells are made of theirs. */
interface RelatedPlan {
  plan: ImportPlan;
  /** For each column of the plan, the column of the file that its cell is of; null for the id that was found. */
  from: readonly (number | null)[];
}

/** The columns of the file that say the values, as columns of details. */
function valueColumns(columns: readonly ImportColumn[], of: RelatedEntity): { column: ImportColumn; at: number }[] {
  return columns.flatMap(({ header, target }, at) =>
    relatedTo(target) === of ? [{ at, column: { header, target: { ...target, to: 'detail' } } }] : [],
  );
}

const fieldsOf = (fields: readonly ImportField[], entity: RelatedEntity): ImportField[] =>
  fields.flatMap(({ of, ...field }) => (of === entity ? [field] : []));

/** What both have in common: empty cells say nothing, and everything is named by id. */
const shared = ({ options, read }: ImportPlan): Pick<ImportPlan, 'options' | 'lookups' | 'read'> => ({
  options: { ...options, emptyCells: 'leave' },
  lookups: { organizations: [], products: [] },
  ...(read && { read }),
});

/** A column for the id that was found, and beside it the one that names it in the file, to be read by people. */
function idColumn(
  plan: ImportPlan,
  to: string,
  id: ImportColumn,
): { columns: ImportColumn[]; from: (number | null)[] } {
  const at = plan.columns.findIndex(({ target }) => target.to === to);
  const named = plan.columns[at];
  if (named === undefined || named.target.by === 'id') {
    return { columns: [{ ...id, header: named?.header ?? id.header }], from: [null] };
  }
  return { columns: [id, { header: named.header, target: { to: 'nothing' } }], from: [null, at] };
}

/** The plan of the job that writes what rows of customers say of their organizations, one row for each of these. */
export function organizationPlan(plan: ImportPlan): RelatedPlan {
  const id = idColumn(plan, 'organization', { header: ORGANIZATION_ID_COLUMN, target: { to: 'organizationId' } });
  const values = valueColumns(plan.columns, 'organization');
  return {
    plan: {
      ...{ kind: ORGANIZATION_DETAILS, operation: 'UPDATE' },
      columns: [...id.columns, ...values.map(({ column }) => column)],
      fields: fieldsOf(plan.fields, 'organization'),
      ...shared(plan),
    },
    from: [...id.from, ...values.map(({ at }) => at)],
  };
}

/** The plan of the job that grants what rows of customers name with values, one entitlement a row. */
export function entitlementPlan(plan: ImportPlan): RelatedPlan {
  const who = plan.columns.flatMap((column, at) =>
    CUSTOMER_TARGETS.includes(column.target.to) ? [{ column, at }] : [],
  );
  const id = idColumn(plan, 'product', { header: PRODUCT_ID_COLUMN, target: { to: 'product', by: 'id' } });
  const values = valueColumns(plan.columns, 'entitlement');
  return {
    plan: {
      ...{ kind: ENTITLEMENTS, operation: 'UPSERT' },
      columns: [...who.map(({ column }) => column), ...id.columns, ...values.map(({ column }) => column)],
      fields: fieldsOf(plan.fields, 'entitlement'),
      ...shared(plan),
    },
    from: [...who.map(({ at }) => at), ...id.from, ...values.map(({ at }) => at)],
  };
}

/** The plan of one of the jobs of a file for so many rows, made of that of the file's own rows. */
export function planOfJob(job: JobOfFile, plan: ImportPlan, rows: number): ImportPlan {
  if (job === 'own') return plan;
  const { keepsBefore } = plan;
  const keeping = keepsBefore && { keepsBefore };
  if (job === 'entitlements') return { ...entitlementPlan(plan).plan, ...keeping };
  return { ...organizationPlan(plan).plan, route: recommendedRoute(rows), ...keeping };
}

/** Makes what turns the cells of a customer who is entitled with values into a row of the plan for entitlements. */
export function entitlementCells(plan: ImportPlan): (cells: readonly string[], related: Related) => string[] | null {
  const { plan: its, from } = entitlementPlan(plan);
  const [customerId, externalId, email] = ['customerId', 'externalId', 'email'].map((to) =>
    its.columns.findIndex(({ target }) => target.to === to),
  );
  // Left out of the customers' row, a formula that failed would be a text here, where empty cells say nothing.
  const isLeft = (cell: string): boolean => plan.options.emptyCells === 'clear' && isError(cell);
  return (cells, { entitlement }) => {
    if (entitlement === null) return null;
    const row = from.map((at) => {
      const cell = at === null ? entitlement.productId : (cells[at] ?? '');
      return isLeft(cell) ? '' : cell;
    });
    // The surest name alone, by which the job of the customers has found or created them.
    const surest = [customerId, externalId, email].find((at) => at !== undefined && (row[at] ?? '').trim() !== '');
    for (const at of [customerId, externalId, email]) if (at !== undefined && at >= 0 && at !== surest) row[at] = '';
    return row;
  };
}
