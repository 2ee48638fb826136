import type { ImportColumn, Target } from '../../contract/imports';
import { isReasonColumn } from '../csv/console-file';
import { guessDateOrder } from '../fields/date';
import { fold } from '../fold';
import { headerKey } from '../kinds/header-key';
import type { Place } from '../kinds/place';

/** Where a column goes that goes to a place: with the order of its dates, where its samples leave only one. */
export function targetAt({ target, field }: Place, samples: readonly string[]): Target {
  const dateOrder = field?.type === 'DATE' ? guessDateOrder(samples) : undefined;
  return dateOrder === undefined ? target : { ...target, dateOrder };
}

/** The place a header means: a field by its exact name first, then any place by letters and digits alone, fields first. */
function placeNamed(header: string, places: readonly Place[]): Place | undefined {
  const name = fold(header);
  const key = headerKey(header);
  const fields = places.filter(({ field }) => field !== undefined);
  return (
    fields.find(({ label }) => fold(label) === name) ??
    fields.find(({ synonyms }) => synonyms.includes(key)) ??
    places.find(({ synonyms }) => synonyms.includes(key))
  );
}

const looksLike = ({ looksLike: fits }: Place, samples: readonly string[]): boolean => {
  const filled = samples.filter((sample) => sample.trim() !== '');
  return fits !== undefined && filled.length > 0 && filled.every(fits);
};

/**
 * Where each column most likely goes: by the name of a detail field, by the names other tools use, and, when nothing
 * else identifies the rows, by values that can only identify them. A place goes to the first column that fits it; the
 * rest, and the console's own reason columns, go to nothing. Dates whose order the samples leave open have no
 * `dateOrder`: the page asks.
 */
export function matchColumns(
  headers: readonly string[],
  sample: readonly (readonly string[])[],
  places: readonly Place[],
): ImportColumn[] {
  const taken = new Set<string>();
  const samplesOf = (index: number) => sample.map((row) => row[index] ?? '');
  const columns = headers.map((header, index): ImportColumn => {
    const place = isReasonColumn(header) ? undefined : placeNamed(header, places);
    if (place === undefined || taken.has(place.fills)) return { header, target: { to: 'nothing' } };
    taken.add(place.fills);
    return { header, target: targetAt(place, samplesOf(index)) };
  });
  const identifying = places.filter(({ identifies }) => identifies);
  if (identifying.some(({ fills }) => taken.has(fills))) return columns;
  for (const place of identifying) {
    const at = columns.findIndex(({ target }, index) => target.to === 'nothing' && looksLike(place, samplesOf(index)));
    if (at >= 0) return columns.map((column, index) => (index === at ? { ...column, target: place.target } : column));
  }
  return columns;
}
