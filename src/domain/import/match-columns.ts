import type { FieldDefinition } from '../../contract/fields';
import type { ImportColumn, Target } from '../../contract/imports';
import { isReasonColumn } from '../csv/console-file';
import { guessDateOrder } from '../fields/date';
import { isEmail } from '../fields/formats';
import { fold } from '../fold';
import { headerKey, knownTarget } from './synonyms';

/** One place can be filled from one column only; this names the place. */
export function targetKey(target: Target): string {
  if (target.to === 'detail') return `detail ${target.field}`;
  return target.to === 'organization' || target.to === 'product' ? target.to : `customer ${target.to}`;
}

function detailTarget(field: FieldDefinition, samples: readonly string[]): Target {
  const dateOrder = field.type === 'DATE' ? guessDateOrder(samples) : undefined;
  return { to: 'detail', field: field.name, ...(dateOrder && { dateOrder }) };
}

/** The field a header means: by its exact name first, then by its letters and digits alone. */
function fieldOf(header: string, fields: readonly FieldDefinition[]): FieldDefinition | undefined {
  const name = fold(header);
  const key = headerKey(header);
  return (
    fields.find((field) => fold(field.name) === name) ??
    fields.find((field) => key !== '' && headerKey(field.name) === key)
  );
}

function looksLikeEmail(samples: readonly string[]): boolean {
  const filled = samples.filter((sample) => sample.trim() !== '');
  return filled.length > 0 && filled.every((sample) => isEmail(sample.trim()));
}

/**
 * Where each column most likely goes: by the name of a detail field, by the names other tools use, and, when nothing
 * else identifies the customers, by a column whose samples are all e-mail addresses. A place goes to the first column
 * that fits it; the rest, and the console's own reason columns, go to nothing. Dates whose order the samples leave open
 * have no `dateOrder`: the page asks.
 */
export function matchColumns(
  headers: readonly string[],
  sample: readonly (readonly string[])[],
  fields: readonly FieldDefinition[],
): ImportColumn[] {
  const taken = new Set<string>();
  const samplesOf = (index: number) => sample.map((row) => row[index] ?? '');
  const columns = headers.map((header, index): ImportColumn => {
    const field = fieldOf(header, fields);
    const target = field ? detailTarget(field, samplesOf(index)) : knownTarget(header);
    if (!target || isReasonColumn(header) || taken.has(targetKey(target))) return { header, target: { to: 'nothing' } };
    taken.add(targetKey(target));
    return { header, target };
  });
  if (taken.has('customer email') || taken.has('customer customerId')) return columns;
  const emails = columns.findIndex(({ target }, index) => target.to === 'nothing' && looksLikeEmail(samplesOf(index)));
  return columns.map((column, index) => (index === emails ? { ...column, target: { to: 'email' } } : column));
}
