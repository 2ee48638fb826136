import { kindOf } from '../domain/kinds';
import { relatedTo } from '../domain/kinds/related';
import type { ImportPlan } from '../contract/imports';
import { GONE, UNKNOWN } from '../domain/syncs/applied-records';
import { labeler } from '../domain/syncs/record-label';
import { type RowTexts, identityOf, rowTexts } from '../domain/syncs/row-texts';
import { listResults } from '../jobs/view/results';
import { readPlan } from '../jobs/store/ledger';
import type { AppliedChange } from './applied';
import { rowHasher } from './hashes';

/** What a job has made of the records that a sync knows. */
export interface AppliedByJob {
  /** Records whose rows were all seen done, with what was applied. */
  done: AppliedChange[];
  /** The others: nobody knows what the site has of them. */
  open: AppliedChange[];
}

/**
 * Reads the account of a job: only what its rows were seen to be is applied. `isOfVanished`: the job is about records that
 * are no longer in the export, which its first column names. @throws JobRefusal NOT_FOUND, DamagedError
 */
export async function appliedByJob(syncId: string, jobId: string, isOfVanished: boolean): Promise<AppliedByJob> {
  const plan = await readPlan(jobId);
  const textsOf = isOfVanished ? textsOfVanished(plan) : rowTexts({ ...plan, kind: kindOf(plan.kind).id }, plan.fields);
  const labelOf = isOfVanished ? (label: string) => label : labeler(plan);
  const isGrantedElsewhere = saysEntitlement(plan);
  const hash = await rowHasher(syncId);
  const found: AppliedByJob = { done: [], open: [] };
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof listResults>> = await listResults(jobId, cursor);
    for (const { cells, outcome } of page.rows) {
      if (outcome === 'left out' || cells.length === 0) continue;
      const texts = textsOf(cells);
      const { key, print } = hash(texts);
      const label = labelOf(texts.label, cells);
      if (outcome === 'succeeded' && !isGrantedElsewhere(cells))
        found.done.push({ key, print: isOfVanished ? GONE : print, label });
      else found.open.push({ key, print: UNKNOWN, label });
    }
    cursor = page.next;
  } while (cursor !== null);
  return isOfVanished ? wholeOnly(found) : found;
}

/** Whether the product of a row was left to another job, of which this one's account knows nothing. */
function saysEntitlement({ columns }: ImportPlan): (cells: readonly string[]) => boolean {
  const at = columns.flatMap(({ target }, index) => (relatedTo(target) === 'entitlement' ? [index] : []));
  return (cells) => at.some((index) => (cells[index] ?? '').trim() !== '');
}

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
