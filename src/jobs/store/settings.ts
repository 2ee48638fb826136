import * as v from 'valibot';
import { type Settings, type StoredSettings, settingsSchema } from '../../contract/settings';
import type { Person } from '../../contract/person';
import { defaultSettings } from '../../domain/settings/defaults';
import { changedSettings, settingWords } from '../../domain/settings/words';
import type { Clock } from '../../platform/clock';
import { ConflictError, type Versioned, commit, readRecord } from '../../platform/records';
import { changer, changerOf } from '../../platform/settings-people';
import { JobRefusal } from './refusal';

const KEY = 'settings';

/** A setting that is not there, or that this version cannot read, is as if nobody had decided it: jobs must go on. */
const tolerantSchema = v.object({
  taskSlots: v.fallback(settingsSchema.entries.taskSlots, defaultSettings.taskSlots),
  retentionDays: v.fallback(settingsSchema.entries.retentionDays, defaultSettings.retentionDays),
  emptyCells: v.fallback(settingsSchema.entries.emptyCells, defaultSettings.emptyCells),
  problemRows: v.fallback(settingsSchema.entries.problemRows, defaultSettings.problemRows),
});
const recordSchema = v.object({ settings: tolerantSchema, ...changer, at: v.number() });
type SettingsRecord = v.InferOutput<typeof recordSchema>;

/** The settings of the site; the defaults while nobody has changed them. Strictly consistent. */
export async function readSettings(): Promise<StoredSettings> {
  return viewOf(await readRecord(KEY, recordSchema));
}

/**
 * Writes the settings over the revision that `by` has seen.
 * @throws JobRefusal CONFLICT, with who changed what, when they have been changed since
 */
export async function saveSettings(
  settings: Settings,
  over: number,
  by: Person,
  clock: Clock,
): Promise<StoredSettings> {
  const value: SettingsRecord = { settings, by: by.name, byId: by.accountId, at: clock.now() };
  try {
    await commit([{ key: KEY, value, over }]);
    return viewOf({ value, revision: over + 1 });
  } catch (error) {
    if (!(error instanceof ConflictError)) throw error;
    throw conflict(await readSettings(), settings);
  }
}

function viewOf(found: Versioned<SettingsRecord> | undefined): StoredSettings {
  if (found === undefined) return { settings: defaultSettings, revision: 0, changed: null };
  const { settings, by, at } = found.value;
  return { settings, revision: found.revision, changed: { by, at } };
}

function conflict({ settings: stored, changed }: StoredSettings, wanted: Settings): JobRefusal {
  const differing = changedSettings(wanted, stored).map((key) => settingWords(stored, key));
  const now = differing.length === 0 ? 'to what you have here' : `and they now say: ${differing.join('; ')}`;
  return new JobRefusal(
    'CONFLICT',
    `${changed?.by ?? 'Someone'} has changed the settings since you opened them, ${now}.`,
    'Nothing was saved. Keep the current version, or overwrite it with yours.',
  );
}

/** Who has changed the settings last. */
export const settingsPeople = changerOf(KEY);
