import { MAX_MARKS, type SyncSettings } from '../../../contract/syncs';
import { isTimeZone } from '../../../domain/syncs/schedule';

/** The settings of a sync while they are being written. */
export interface SyncDraft {
  name: string;
  percent: string;
  rows: string;
  every: SyncSettings['schedule']['every'];
  hour: string;
  day: string;
  timeZone: string;
  vanished: SyncSettings['vanished']['then'];
  /** The fields that vanished records are marked in, and what each is set to; empty where it is cleared. */
  marked: readonly string[];
  marks: Readonly<Record<string, string>>;
  /** Fields that are written only where the site has nothing. */
  ifEmpty: readonly string[];
  /** The first delivery of a week is compared with the site. */
  weekly: boolean;
  edits: SyncSettings['edits']['then'];
  retries: boolean;
  /** The key of a project; empty where nobody is told. */
  project: string;
}

export type SyncField = 'name' | 'percent' | 'rows' | 'timeZone' | 'marked';
export const syncFields: readonly SyncField[] = ['name', 'timeZone', 'marked', 'percent', 'rows'];

/** Changes from which on a person is asked: a fifth of the records, or so many rows. */
const DEFAULT_LIMITS = { percent: '20', rows: '500' };

/** A draft for a sync that is set up; the time zone is the browser's. */
export function newDraft(name: string, ifEmpty: readonly string[]): SyncDraft {
  return {
    ...{ name, ...DEFAULT_LIMITS, every: 'delivery', hour: '2', day: '1' },
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    ...{ vanished: 'list', marked: [], marks: {}, project: '' },
    ...{ ifEmpty, weekly: false, edits: 'list', retries: false },
  };
}

export function draftOf({
  name,
  limits,
  schedule,
  timeZone,
  vanished,
  ifEmpty,
  edits,
  retries,
  tell,
}: SyncSettings): SyncDraft {
  const marks = vanished.then === 'set' ? vanished.values : [];
  return {
    name,
    percent: String(limits.percent),
    rows: String(limits.rows),
    every: schedule.every,
    hour: 'hour' in schedule ? String(schedule.hour) : '2',
    day: 'day' in schedule ? String(schedule.day) : '1',
    timeZone,
    vanished: vanished.then,
    marked: marks.map(({ field }) => field),
    marks: Object.fromEntries(marks.map(({ field, value }) => [field, value])),
    ...{ ifEmpty, weekly: edits.weekly, edits: edits.then, retries },
    project: tell?.project ?? '',
  };
}

const isWhole = (text: string, most: number): boolean => /^\d{1,7}$/.test(text.trim()) && Number(text) <= most;

export function errorsOf(draft: SyncDraft): Partial<Record<SyncField, string>> {
  const { name, percent, rows, timeZone, vanished, marked } = draft;
  return {
    ...(name.trim() === '' && { name: 'Enter a name.' }),
    ...(name.trim().length > 100 && { name: 'Use at most 100 characters.' }),
    ...(!isWhole(percent, 100) && { percent: 'Enter a whole number from 0 to 100.' }),
    ...(!isWhole(rows, 1_000_000) && { rows: 'Enter a whole number from 0 to 1,000,000.' }),
    ...(!isTimeZone(timeZone.trim()) && { timeZone: 'Enter a time zone such as Europe/Berlin.' }),
    ...(vanished === 'set' && marked.length === 0 && { marked: 'Choose a field.' }),
    ...(vanished === 'set' && marked.length > MAX_MARKS && { marked: `Choose at most ${MAX_MARKS} fields.` }),
  };
}

function scheduleOf({ every, ...at }: SyncDraft): SyncSettings['schedule'] {
  const [hour, day] = [Number(at.hour), Number(at.day)];
  if (every === 'day') return { every, hour };
  return every === 'week' ? { every, day, hour } : { every };
}

/** The settings that a draft without errors means. */
export function settingsOf(draft: SyncDraft): SyncSettings {
  return {
    name: draft.name.trim(),
    limits: { percent: Number(draft.percent), rows: Number(draft.rows) },
    schedule: scheduleOf(draft),
    timeZone: draft.timeZone.trim(),
    vanished:
      draft.vanished === 'set'
        ? { then: 'set', values: draft.marked.map((field) => ({ field, value: (draft.marks[field] ?? '').trim() })) }
        : { then: draft.vanished },
    ifEmpty: [...draft.ifEmpty],
    edits: { weekly: draft.weekly, then: draft.edits },
    retries: draft.retries,
    tell: draft.project === '' ? null : { project: draft.project },
  };
}
