import * as v from 'valibot';
import { type EditedRecord, MAX_EDITED, type SyncMapping, editedRecordSchema } from '../../contract/syncs';
import type { ComparedRow } from '../compare/compare-row';
import { fold } from '../fold';
import { kindOf } from '../kinds';
import { isComparable } from '../kinds/kind';
import type { StoredLook, Sync } from './sync';

const DAY_MS = 24 * 60 * 60 * 1000;
/** A delivery that comes a little earlier than a week before still is the one of this week. */
const WEEK_MS = 6.5 * DAY_MS;

/** Characters of a value that is listed. */
const MOST_VALUE_CHARS = 300;

/** Whether the records of a sync can be compared with what the site shows: its kind says what a row writes. */
export const canLook = ({ mapping }: Pick<Sync, 'mapping'>): boolean => isComparable(kindOf(mapping.kind));

/** Whether a sync can put back what was edited: one that only creates can do no more than create again what was deleted. */
export const canPutBackEdits = ({ operation }: Pick<SyncMapping, 'operation'>): boolean =>
  operation !== 'CREATE' && operation !== 'GRANT';

/** Whether the delivery that is next is to be compared with the site. What knows no record has nothing to compare. */
export function isLookDue(sync: Sync, now: number): boolean {
  if (!canLook(sync) || sync.applied.records === 0) return false;
  return sync.looksNext || (sync.edits.weekly && now - (sync.look?.at ?? 0) >= WEEK_MS);
}

/** A look that begins. */
export const newLook = ({ edits, mapping }: Sync, no: number, now: number): StoredLook => ({
  ...{ no, at: now, isDone: false, row: 0, compared: 0, edited: 0, missing: 0, listed: 0, unknown: 0, found: 0 },
  putsBack: edits.then === 'put-back' && canPutBackEdits(mapping),
});

/** What is kept of records that differ: which cells the export has for them, so that these can be sent. */
export const editedListSchema = v.object({
  headers: v.array(v.string()),
  records: v.array(v.object({ ...editedRecordSchema.entries, cells: v.array(v.string()) })),
});
export type EditedList = v.InferOutput<typeof editedListSchema>;

export const noEdited: EditedList = { headers: [], records: [] };

export const isFull = ({ records }: EditedList): boolean => records.length >= MAX_EDITED;

/**
 * How the site differs from the export in a record; null where it does not, and `unknown` where nobody can tell. Fields that
 * the sync writes only where there is nothing belong to the site.
 */
export function editOf(
  compared: ComparedRow,
  ifEmpty: readonly string[],
): Pick<EditedRecord, 'isMissing' | 'differences'> | 'unknown' | null {
  if (compared.is === 'new' || (compared.is === 'failing' && compared.isMissing === true))
    return { isMissing: true, differences: [] };
  // An ID and an email that mean two: what is written goes by the ID, and the email of the export may be newer.
  if (compared.is === 'unknown' || compared.is === 'failing') return 'unknown';
  if (compared.is !== 'changed') return null;
  const ofSite = new Set(ifEmpty.map(fold));
  const differences = compared.differences.filter(({ part }) => !ofSite.has(fold(part)));
  if (differences.length === 0) return null;
  return { isMissing: false, differences: differences.map(shortened) };
}

const shortened = ({ part, was, will }: EditedRecord['differences'][number]) => ({
  part,
  was: was.slice(0, MOST_VALUE_CHARS),
  will: will.slice(0, MOST_VALUE_CHARS),
});

/** What is to be known of a look beside the numbers of its run; empty where it found nothing. */
export function lookWords(look: StoredLook | null, no: number): string {
  if (look?.no !== no) return '';
  const words: string[] = [];
  if (!look.isDone)
    words.push(`The comparison with your site wasn’t finished: ${look.compared} records were compared.`);
  if (look.edited > 0)
    words.push(`Edited on your site: ${look.edited}. ${look.putsBack ? 'They’re sent again.' : 'They’re listed.'}`);
  if (look.missing > 0) words.push(`No longer on your site: ${look.missing}.`);
  return words.join(' ');
}
