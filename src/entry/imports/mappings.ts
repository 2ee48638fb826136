import * as v from 'valibot';
import { MAX_MAPPING_CHARS, MAX_SAVED_MAPPINGS, type SavedMapping, savedMappingSchema } from '../../contract/imports';
import { fold } from '../../domain/fold';
import { changeRecord } from '../../platform/change-record';
import { readRecord } from '../../platform/records';
import { Refusal } from '../refusal';

const KEY = 'import-mappings';

const recordSchema = v.object({ mappings: v.array(savedMappingSchema) });

/** The saved mappings of the site, by name. */
export async function readMappings(): Promise<SavedMapping[]> {
  return (await readRecord(KEY, recordSchema))?.value.mappings ?? [];
}

/**
 * Saves a mapping over the one of the same name, whatever its letter case.
 * @throws Refusal INVALID when it is too long, CONFLICT when the site has MAX_SAVED_MAPPINGS others
 */
export function saveMapping(mapping: SavedMapping): Promise<SavedMapping[]> {
  if (JSON.stringify(mapping).length > MAX_MAPPING_CHARS) {
    throw new Refusal('INVALID', 'The file has too many columns to save its mapping.');
  }
  return changeMappings((saved) => {
    const others = withoutName(saved, mapping.name);
    if (others.length >= MAX_SAVED_MAPPINGS) {
      throw new Refusal(
        'CONFLICT',
        `Your site has ${MAX_SAVED_MAPPINGS} saved mappings, the maximum.`,
        'Delete one you no longer need, or use its name to replace it.',
      );
    }
    return [...others, mapping].sort((a, b) => a.name.localeCompare(b.name));
  });
}

/** Deletes the mapping of that name, if there is one. */
export function deleteMapping(name: string): Promise<SavedMapping[]> {
  return changeMappings((saved) => withoutName(saved, name));
}

const withoutName = (mappings: readonly SavedMapping[], name: string): SavedMapping[] =>
  mappings.filter((one) => fold(one.name) !== fold(name));

async function changeMappings(change: (saved: SavedMapping[]) => SavedMapping[]): Promise<SavedMapping[]> {
  const changed = await changeRecord(KEY, recordSchema, (value) => ({ mappings: change(value?.mappings ?? []) }));
  return changed.mappings;
}
