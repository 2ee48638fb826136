import type { Keeping } from '../../contract/directory';
import { type DirectoryHead, type Scan, type ScanStart, newScan } from '../../domain/directory/state';
import { JobRefusal } from '../../jobs/store/refusal';
import type { Clock } from '../../platform/clock';
import { commit } from '../../platform/records';
import {
  changeScan,
  changesChange,
  headChange,
  readChanges,
  readHead,
  readScan,
  scanChange,
  untilAlone,
} from '../store/state';
import { noHistory } from '../report/report';
import { wakeReading } from './chain';
import { CLEAN_AFTER_MS, deleteOthers, deleteParts } from './finish';

/** How long a person waits for what is forgotten to be deleted; the rest is deleted in the background. */
const DELETE_MS = 10_000;

export type Reader = Omit<ScanStart, 'keepsValues'>;

export const isUnderWay = ({ state, phase }: Scan): boolean => state !== 'idle' && phase !== 'clean';

/** Whether the whole site is being read. What only catches up with jobs gives way to that. */
export const isReadingAll = (scan: Scan): boolean => isUnderWay(scan) && scan.catchUp === null;

/**
 * Starts to read the whole site, or carries on as `reader` where that has stopped. One under way goes on as it is.
 * @throws JobRefusal CONFLICT where nothing is to be kept
 */
export async function startReading(reader: Reader, clock: Clock): Promise<void> {
  const { keeps, kept } = (await readHead()).value;
  if (keeps === 'nothing')
    throw new JobRefusal(
      'CONFLICT',
      'The directory is switched off.',
      'Choose in Settings what it keeps, then read your site.',
    );
  await changeScan((scan) => {
    if (!isReadingAll(scan))
      return newScan(scan, kept, { ...reader, keepsValues: keeps === 'everything' }, clock.now());
    if (scan.state !== 'parked') return null;
    return {
      ...scan,
      state: 'running',
      actsAs: reader.actsAs,
      ticket: scan.ticket + 1,
      dueAt: clock.now(),
      message: null,
    };
  });
  await wakeReading();
}

/** What a reading becomes that is to end: what it has put aside is deleted in the background. */
const ending = (scan: Scan, now: number): Scan => ({
  ...scan,
  state: 'running',
  phase: 'clean',
  ticket: scan.ticket + 1,
  dueAt: now + CLEAN_AFTER_MS,
});

/** Ends a reading. What was kept before stays. */
export async function stopReading(clock: Clock): Promise<void> {
  await changeScan((scan) => (isUnderWay(scan) ? ending(scan, clock.now()) : null));
  await wakeReading();
}

/** Changes what is kept. What may not be kept any more is forgotten at once, and a reading that would keep it ends. */
export async function keepOnly(keeps: Keeping, clock: Clock): Promise<void> {
  const { kept } = (await readHead()).value;
  const { value: scan } = await readScan();
  const isTooMuch =
    keeps === 'nothing' ||
    (keeps === 'no values' && (kept?.hasValues === true || (isUnderWay(scan) && scan.keepsValues)));
  if (isTooMuch) await forget(clock, keeps);
  else
    await untilAlone(async () => {
      const head = await readHead();
      await commit([headChange({ ...head.value, keeps }, head.revision)]);
    });
}

/** Forgets all that is kept, with what has changed since, and ends a reading. */
export async function forget(clock: Clock, keeps?: Keeping): Promise<void> {
  const before = await untilAlone(async () => {
    const [head, scan, changes] = await Promise.all([readHead(), readScan(), readChanges('')]);
    const value: DirectoryHead = { keeps: keeps ?? head.value.keeps, kept: null };
    const ended = { ...ending(scan.value, clock.now()), parts: { customer: [], organization: [] }, gaps: [] };
    await commit([
      headChange(value, head.revision),
      scanChange(ended, scan.revision),
      changesChange('', [], { ...changes, untoldAt: 0 }),
      // Numbers are of nobody: they stay where no more than values may go.
      ...(keeps === 'no values' ? [] : [await noHistory()]),
    ]);
    return head.value.kept;
  });
  if (before !== null) await deleteParts(before);
  const deadline = clock.now() + DELETE_MS;
  await deleteOthers([], () => clock.now(), deadline);
  await wakeReading();
}
