import type { JobView, ReasonOfRows } from '../../contract/jobs';
import { type SentGroup, groupsBefore } from '../../domain/jobs/groups';
import type { JobHead } from '../../domain/jobs/head';
import { headOf } from '../store/change';
import { DamagedError } from '../store/damaged';
import { rowReader } from '../store/ledger';

export const NEVER_SENT = 'The import was cancelled before the row was sent.';

/** What the reasons of a job's rows have in common, most rows first. */
export function reasonsOf(head: JobHead): JobView['reasons'] {
  const { tally, leftOutGroups } = head;
  const sent = sentGroupsOf(head).map(({ name, rows }) => ({ list: 'sent' as const, reason: name, rows }));
  const unsent = tally.cancelled > 0 ? [{ list: 'sent' as const, reason: NEVER_SENT, rows: tally.cancelled }] : [];
  const leftOut = leftOutGroups.map(({ name, rows }) => ({ list: 'left out' as const, reason: name, rows }));
  return [...sent, ...unsent, ...leftOut].sort((a, b) => b.rows - a.rows);
}

/** Rows left out of which no reason is told: all of them, where an earlier version of the app took the file in. */
export const otherLeftOutOf = ({ rows, leftOutGroups, otherLeftOut }: JobHead): number =>
  leftOutGroups.length === 0 ? rows.leftOut : otherLeftOut;

/** The groups of the rows that were sent, with those that an earlier version of the app counted. */
function sentGroupsOf({ groups, reasons }: JobHead): SentGroup[] {
  const before = groupsBefore(reasons);
  const rowsBefore = new Map(before.map(({ name, rows }) => [name, rows]));
  const names = new Set(groups.map(({ name }) => name));
  return [
    ...groups.map((group) => ({ ...group, rows: group.rows + (rowsBefore.get(group.name) ?? 0) })),
    ...before.filter(({ name }) => !names.has(name)),
  ];
}

/**
 * The first rows of each reason, by their numbers in the file. Reads up to three parts for each reason of rows that were
 * sent, and each part once; a row whose part was damaged is passed over. @throws JobRefusal NOT_FOUND
 */
export async function listFirstRows(jobId: string): Promise<{ reasons: (ReasonOfRows & { rows: number[] })[] }> {
  const { value: head } = await headOf(jobId);
  const rowsOf = rowReader(head);
  const numberOf = async ([batch, index]: readonly [number, number]): Promise<number[]> => {
    try {
      const row = (await rowsOf(batch * head.batchSize + index, 1))[0]?.[0];
      return row === undefined ? [] : [row];
    } catch (error) {
      if (error instanceof DamagedError) return [];
      throw error;
    }
  };
  const sent = head.groups.map(async ({ name, first }) => {
    const rows = (await Promise.all(first.map(numberOf))).flat();
    return { list: 'sent' as const, reason: name, rows };
  });
  const leftOut = head.leftOutGroups.map(({ name, first }) => ({
    list: 'left out' as const,
    reason: name,
    rows: first,
  }));
  return { reasons: [...(await Promise.all(sent)), ...leftOut] };
}
