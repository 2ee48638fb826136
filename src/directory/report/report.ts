import * as v from 'valibot';
import {
  type DirectoryReport,
  directoryReportSchema,
  historyEntrySchema,
  type HistoryEntry,
} from '../../contract/directory-report';
import type { ResponseOf } from '../../contract/resolvers';
import { withEntry } from '../../domain/directory/report/history';
import { type RecordChange, readRecord } from '../../platform/records';
import { readValue } from '../../platform/values';
import { keys } from '../store/keys';
import { unpackJson, writePacked } from '../store/packed';
import { readHead } from '../store/state';

/** The report of a generation; null where it was read before there were reports. */
export async function readReport(generation: string): Promise<DirectoryReport | null> {
  const stored = await readValue(keys.report(generation));
  return stored === undefined ? null : unpackJson(v.parse(v.string(), stored), directoryReportSchema);
}

/** Takes customers out of the groups of a report: they were deleted, or their accounts closed. Its numbers stay. */
export async function forgetInReport(generation: string, ids: ReadonlySet<string>): Promise<void> {
  const report = await readReport(generation);
  if (report?.duplicates.some(({ shown }) => shown.some(({ who }) => who.some(({ id }) => ids.has(id)))) !== true)
    return;
  const duplicates = report.duplicates.map((one) => ({
    ...one,
    shown: one.shown.map((group) => ({ ...group, who: group.who.filter(({ id }) => !ids.has(id)) })),
  }));
  await writePacked(keys.report(generation), { ...report, duplicates });
}

const historySchema = v.array(historyEntrySchema);

async function readHistory() {
  return (await readRecord(keys.history, historySchema)) ?? { value: [], revision: 0 };
}

/** Adds the numbers of a reading to those of the days before. */
export async function historyChange(entry: HistoryEntry): Promise<RecordChange> {
  const { value, revision } = await readHistory();
  return { key: keys.history, value: withEntry(value, entry), over: revision };
}

/** Forgets the numbers of all days. */
export async function noHistory(): Promise<RecordChange> {
  const { revision } = await readHistory();
  return { key: keys.history, value: [], over: revision };
}

/** What the last reading found, and the numbers of those before. @see directory.report of the contract */
export async function openReport(): Promise<ResponseOf<'directory.report'>> {
  const { kept } = (await readHead()).value;
  if (kept === null) return { report: null, history: [] };
  const [report, { value: history }] = await Promise.all([readReport(kept.generation), readHistory()]);
  return { report, history };
}
