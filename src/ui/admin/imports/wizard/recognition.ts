import type { FileFacts } from '../../../../contract/file-frame';
import type { Preset } from '../../../../domain/import/presets/preset';
import { reasonsToLeaveOut, recognizeExport } from '../../../../domain/import/presets/recognize';
import { kindOf } from '../../../../domain/kinds';

/** What a file was recognized as, for the import that was chosen. */
export interface Recognition {
  preset: Preset;
  /**
   * The columns were matched by it; a person chose to have them matched by their names; or its rows become something
   * else than what the import is for.
   */
  use: 'used' | 'declined' | 'other kind';
}

/** The preset by which the columns of the file are matched in an import of this kind; null where there is none. */
export function presetFor({ headers }: Pick<FileFacts, 'headers'>, kind: string): Preset | null {
  const preset = recognizeExport(headers);
  return preset !== null && preset.about === kindOf(kind).group ? preset : null;
}

/**
 * What is said of where the file comes from; null where nothing is. A list of what to delete, or of products, can be of
 * any export.
 */
export function recognitionOf(
  { headers }: Pick<FileFacts, 'headers'>,
  { kind, preset: used }: { kind: string; preset: string | null },
): Recognition | null {
  const preset = recognizeExport(headers);
  const { group } = kindOf(kind);
  if (preset === null || (group !== 'customers' && group !== 'organizations')) return null;
  if (preset.about !== group) return { preset, use: 'other kind' };
  return { preset, use: used === preset.id ? 'used' : 'declined' };
}

const noReasons: ReadonlyMap<string, string> = new Map();

/** Why columns are left out on purpose, by their headers; none where the columns were not matched by a preset. */
export const reasonsOf = (recognition: Recognition | null, headers: readonly string[]): ReadonlyMap<string, string> =>
  recognition?.use === 'used' ? reasonsToLeaveOut(recognition.preset, headers) : noReasons;
