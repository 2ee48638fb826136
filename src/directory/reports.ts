import * as v from 'valibot';
import type { DirectoryRecord } from '../contract/directory';
import { ownCount } from '../domain/directory/entitlement-list';
import type { Change } from '../domain/directory/overlay';
import type { Kept } from '../domain/directory/state';
import { ACCOUNTS_PER_REPORT, isReportDue, reportAccounts } from '../platform/account-reports';
import type { Clock } from '../platform/clock';
import { log } from '../platform/log';
import { commit } from '../platform/records';
import { readValue, writeValue } from '../platform/values';
import { forgetInReport } from './report/report';
import { packParts, readParts, writePart } from './store/parts';
import { changesChange, readChanges, readHead, unpackIndex, untilAlone } from './store/state';

const KEY = 'directory-report';

/** How far the report of this week is: the next part of a generation, and when the last one was whole. */
const reportSchema = v.object({ generation: v.string(), part: v.number(), doneAt: v.number() });
const noReport = { generation: '', part: 0, doneAt: 0 };

/** Portal-only customers have no Atlassian account: nobody but the site knows their ids. */
const isAtlassian = ({ id }: DirectoryRecord): boolean => !id.startsWith('qm:');

/**
 * Reports the Atlassian accounts that the directory keeps, once a week, and erases those that were closed. What there is no
 * time for is left to the next day.
 */
export async function reportDirectory(clock: Clock, deadline: number): Promise<void> {
  const { kept } = (await readHead()).value;
  if (kept === null) return;
  const stored = v.safeParse(reportSchema, await readValue(KEY));
  const report = stored.success ? stored.output : noReport;
  if (!isReportDue(report.doneAt, clock.now())) return;
  const parts = unpackIndex(kept.index).customer.length;
  let part = report.generation === kept.generation ? report.part : 0;
  for (; part < parts; part += 1) {
    if (clock.now() > deadline) break;
    await reportPart(kept, part, clock);
  }
  const doneAt = part < parts ? report.doneAt : clock.now();
  await writeValue(KEY, { generation: kept.generation, part: part < parts ? part : 0, doneAt });
}

async function reportPart(kept: Kept, part: number, clock: Clock): Promise<void> {
  const [records = []] = await readParts(kept.generation, 'customer', part, 1);
  const accounts = records.filter(isAtlassian).map(({ id, readAt }) => ({ accountId: id, readAt }));
  const closed: string[] = [];
  for (let from = 0; from < accounts.length; from += ACCOUNTS_PER_REPORT)
    closed.push(...(await reportAccounts(accounts.slice(from, from + ACCOUNTS_PER_REPORT))).closed);
  if (closed.length > 0) await erase(kept, part, records, new Set(closed), clock);
}

/** Takes customers out of a part, and tells the lists that they are gone from it. */
async function erase(
  { generation }: Kept,
  part: number,
  records: readonly DirectoryRecord[],
  ids: ReadonlySet<string>,
  clock: Clock,
): Promise<void> {
  await untilAlone(async () => {
    const changes = await readChanges(generation);
    const others = changes.value.filter(({ entity, id }) => entity !== 'customer' || !ids.has(id));
    const gone = [...ids].map((id): Change => ({
      entity: 'customer',
      id,
      name: '',
      at: clock.now(),
      record: null,
      was: part,
      entitlementsThere: ownCount(records.filter((one) => one.id === id)),
    }));
    await commit([changesChange(generation, [...others, ...gone], changes)]);
  });
  const [rest] = packParts(records.filter(({ id }) => !ids.has(id)));
  if (rest !== undefined) await writePart(generation, 'customer', part, rest.packed);
  await forgetInReport(generation, ids);
  log('accounts-erased', { count: ids.size });
}
