import { kindOf } from '../domain/kinds';
import type { EncodedRow } from '../domain/kinds/kind';
import { type Related, hasRelated } from '../domain/kinds/related';
import type { ImportPlan } from '../contract/imports';
import type { ResultRow } from '../contract/jobs';
import { GONE, UNKNOWN } from '../domain/syncs/applied-records';
import { labeler } from '../domain/syncs/record-label';
import { type RowTexts, identityOf, rowTexts } from '../domain/syncs/row-texts';
import { listResults } from '../jobs/view/results';
import { readPlan } from '../jobs/store/ledger';
import type { AppliedChange } from './applied';
import type { KnownRows } from './check-again';
import { rowHasher } from './hashes';

/** What a job has made of the records that a sync knows. */
export interface AppliedByJob {
  /** Records whose rows were all seen done, with what was applied. */
  done: AppliedChange[];
  /** The others: nobody knows what the site has of them. */
  open: AppliedChange[];
}

/** What the jobs beside that of the rows have done: organizations by their IDs, and rows of which the product was granted. */
export interface Beside {
  organizations: ReadonlySet<string>;
  entitlements: ReadonlySet<number>;
}

export const nothingBeside: Beside = { organizations: new Set(), entitlements: new Set() };

/** Reads the accounts of the jobs beside that of the rows, those that there are. @throws JobRefusal NOT_FOUND, DamagedError */
export async function doneBeside(jobs: Record<keyof Beside, string | null>): Promise<Beside> {
  const organizations = new Set<string>();
  const entitlements = new Set<number>();
  if (jobs.organizations !== null)
    for await (const { cells, outcome } of resultsOf(jobs.organizations))
      if (outcome === 'succeeded') organizations.add(cells[0] ?? '');
  if (jobs.entitlements !== null)
    for await (const { row, outcome } of resultsOf(jobs.entitlements))
      if (outcome === 'succeeded') entitlements.add(row);
  return { organizations, entitlements };
}

/**
 * Reads the account of the job of the rows: only what they were seen to be is applied, and what they say of organizations and
 * entitlements only where the jobs beside it have done that. @throws JobRefusal NOT_FOUND, DamagedError
 */
export async function appliedByJob(syncId: string, jobId: string, beside: Beside): Promise<AppliedByJob> {
  const plan = await readPlan(jobId);
  const textsOf = rowTexts({ ...plan, kind: kindOf(plan.kind).id }, plan.fields);
  const labelOf = labeler(plan);
  const isDoneBeside = besideTeller(plan, beside);
  const hash = await rowHasher(syncId);
  const found: AppliedByJob = { done: [], open: [] };
  for await (const { row, cells, outcome } of resultsOf(jobId)) {
    const texts = textsOf(cells);
    const { key, print } = hash(texts);
    const label = labelOf(texts.label, cells);
    if (outcome === 'succeeded' && isDoneBeside(row, cells)) found.done.push({ key, print, label });
    else found.open.push({ key, print: UNKNOWN, label });
  }
  return found;
}

/** The cells of the rows of a job of which not all was seen done, but for those that somebody has cancelled. */
export async function rowsOpenIn(jobId: string, beside: Beside): Promise<KnownRows> {
  const plan = await readPlan(jobId);
  const isDoneBeside = besideTeller(plan, beside);
  const rows: string[][] = [];
  for await (const { row, cells, outcome } of resultsOf(jobId))
    if (outcome !== 'cancelled' && !(outcome === 'succeeded' && isDoneBeside(row, cells))) rows.push([...cells]);
  return { headers: plan.columns.map(({ header }) => header), rows };
}

/** The records that some of the rows of a job are about. @throws JobRefusal NOT_FOUND, DamagedError */
export async function recordsOfRows(
  syncId: string,
  jobId: string,
  isMeant: (row: number, cells: readonly string[]) => boolean,
): Promise<Pick<AppliedChange, 'key' | 'label'>[]> {
  const plan = await readPlan(jobId);
  const textsOf = rowTexts({ ...plan, kind: kindOf(plan.kind).id }, plan.fields);
  const hash = await rowHasher(syncId);
  const found: Pick<AppliedChange, 'key' | 'label'>[] = [];
  for await (const { row, cells } of resultsOf(jobId)) {
    if (!isMeant(row, cells)) continue;
    const texts = textsOf(cells);
    found.push({ key: hash(texts).key, label: texts.label });
  }
  return found;
}

/** Tells of a row of a job whether it says something of an organization, or of an entitlement. */
export async function rowsThatSay(jobId: string, of: keyof Related) {
  const plan = await readPlan(jobId);
  const encode = kindOf(plan.kind).encoder(plan);
  return (_: number, cells: readonly string[]): boolean => (relatedOf(encode(cells))[of] ?? null) !== null;
}

/** Reads the account of the job about records that are no longer in the export, which its first column names. */
export async function appliedByVanished(syncId: string, jobId: string): Promise<AppliedByJob> {
  const textsOf = textsOfVanished(await readPlan(jobId));
  const hash = await rowHasher(syncId);
  const found: AppliedByJob = { done: [], open: [] };
  for await (const { cells, outcome } of resultsOf(jobId)) {
    const texts = textsOf(cells);
    const { key } = hash(texts);
    if (outcome === 'succeeded') found.done.push({ key, print: GONE, label: texts.label });
    else found.open.push({ key, print: UNKNOWN, label: texts.label });
  }
  return wholeOnly(found);
}

/** The rows that were sent, as far as they can be read, with what became of them. Those that are joined are one row. */
async function* resultsOf(jobId: string): AsyncGenerator<ResultRow> {
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof listResults>> = await listResults(jobId, cursor);
    for (const one of page.rows)
      if (one.outcome !== 'left out' && one.cells.length > 0 && one.isJoined !== true) yield one;
    cursor = page.next;
  } while (cursor !== null);
}

/** Tells of a row whether what it says of organizations and entitlements was done by the jobs beside its own. */
function besideTeller(plan: ImportPlan, { organizations, entitlements }: Beside) {
  if (!hasRelated(plan.columns)) return () => true;
  const encode = kindOf(plan.kind).encoder(plan);
  return (row: number, cells: readonly string[]): boolean => {
    const { organization = null, entitlement = null } = relatedOf(encode(cells));
    return (
      (organization === null || organizations.has(organization.id)) && (entitlement === null || entitlements.has(row))
    );
  };
}

const relatedOf = (encoded: EncodedRow<object>): Partial<Related> =>
  encoded.operation === null ? {} : (encoded.related ?? {});

function textsOfVanished({ columns: [identity] }: ImportPlan): (cells: readonly string[]) => RowTexts {
  return ([cell = '']) => {
    const label = cell.trim();
    return { identity: identityOf(identity?.target, label), others: [], label, content: '' };
  };
}

/** A record that has vanished can have several rows, one for each organization. */
function wholeOnly({ done, open }: AppliedByJob): AppliedByJob {
  const left = new Set(open.map(({ key }) => key));
  return { done: done.filter(({ key }) => !left.has(key)), open };
}
