import * as v from 'valibot';
import type { EditedRecord } from '../contract/syncs';
import { type EditedList, editedListSchema, noEdited } from '../domain/syncs/look';
import type { Sync } from '../domain/syncs/sync';
import { pack, unpack } from '../platform/gzip';
import { keys, readText, syncOf } from './store';

/** Characters of the list as it is stored: it stays under the 240 KiB of a KVS value. Forge platform limits. */
export const MAX_EDITED_CHARS = 200_000;
const MAX_EDITED_BYTES = 16 * 1024 * 1024;

/** What the last look at the site has listed. */
export async function readEdited({ id, look }: Sync): Promise<EditedList> {
  // The first rows of a look are committed with a list of its own.
  const packed = look === null || look.row === 0 ? null : await readText(keys.edited(id));
  return packed === null ? noEdited : v.parse(editedListSchema, JSON.parse(unpack(packed, MAX_EDITED_BYTES)));
}

export const packEdited = (list: EditedList): string => pack(JSON.stringify(list));

/** The records that it lists, as a page shows them. @throws JobRefusal NOT_FOUND */
export async function editedRecords(syncId: string): Promise<EditedRecord[]> {
  const { records } = await readEdited(await syncOf(syncId));
  return records.map(({ row, label, isMissing, differences }) => ({ row, label, isMissing, differences }));
}
