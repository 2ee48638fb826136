import * as v from 'valibot';
import type { Person } from '../../contract/person';
import type { DetailEntity } from '../../contract/details';
import {
  type ProfileSettings,
  type StoredProfileSettings,
  profileSettingsSchema,
} from '../../contract/profile/settings';
import { defaultProfileSettings } from '../../domain/profile/defaults';
import { renamedIn } from '../../domain/profile/rules';
import { systemClock } from '../../platform/clock';
import { ConflictError, type Versioned, commit, readRecord } from '../../platform/records';
import { changer, changerOf } from '../../platform/settings-people';
import { Refusal } from '../refusal';

const KEY = 'profile-settings';
const TRIES = 5;

/** What this version cannot read is as if nobody had decided it: agents must see their customer. */
const recordSchema = v.object({
  settings: v.fallback(profileSettingsSchema, defaultProfileSettings),
  ...changer,
  at: v.number(),
});
type SettingsRecord = v.InferOutput<typeof recordSchema>;

/** What administrators have decided about the profile; the defaults while nobody has. Strictly consistent. */
export async function readProfileSettings(): Promise<StoredProfileSettings> {
  return viewOf(await readRecord(KEY, recordSchema));
}

/**
 * Writes the settings over the revision that `by` has seen.
 * @throws Refusal CONFLICT, with who has changed them, when they have been changed since
 */
export async function saveProfileSettings(
  settings: ProfileSettings,
  over: number,
  by: Person,
): Promise<StoredProfileSettings> {
  const value: SettingsRecord = { settings, by: by.name, byId: by.accountId, at: systemClock.now() };
  try {
    await commit([{ key: KEY, value, over }]);
    return viewOf({ value, revision: over + 1 });
  } catch (error) {
    if (!(error instanceof ConflictError)) throw error;
    const { changed } = await readProfileSettings();
    throw new Refusal(
      'CONFLICT',
      `${changed?.by ?? 'Someone'} has changed what the profile shows since you opened this page.`,
      'Nothing was saved. Keep the current version, or overwrite it with yours.',
    );
  }
}

/**
 * Gives the rule of a field its new name, as the API knows fields by their names alone: a field that is read-only on
 * issues stays so. A rename elsewhere is not heard of; the page of the settings tells of those.
 */
export async function followRename(entity: DetailEntity, from: string, to: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    const found = await readRecord(KEY, recordSchema);
    const settings = found && renamedIn(found.value.settings, entity, from, to);
    if (!settings) return;
    try {
      await commit([{ key: KEY, value: { ...found.value, settings }, over: found.revision }]);
      return;
    } catch (error) {
      if (!(error instanceof ConflictError) || attempt === TRIES) throw error;
    }
  }
}

function viewOf(found: Versioned<SettingsRecord> | undefined): StoredProfileSettings {
  if (found === undefined) return { settings: defaultProfileSettings, revision: 0, changed: null };
  const { settings, by, at } = found.value;
  return { settings, revision: found.revision, changed: { by, at } };
}

/** Who has changed these settings last. */
export const profileSettingsPeople = changerOf(KEY);
