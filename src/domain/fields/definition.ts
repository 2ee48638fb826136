import { detailFieldTypes, type DetailFieldType } from '../../contract/fields';
import { fold } from '../fold';
import { isolated } from '../isolated';
import { MAX_NAME_CHARS, MAX_OPTION_CHARS, MAX_OPTIONS, MIN_NAME_CHARS } from './limits';

/** None of these may stand in the name of a field: the reference prints both quotes. CSM reference, detail fields. */
const forbidden = ['?', ':', ';', '.', '=', '"', '“'];
/** Words that no field may be called, in any letter case. CSM reference, detail fields. */
const reserved = ['Name', 'Key', 'Created', 'Updated', 'Label'];

/** The type, where this version knows it. A field of another type can be shown, and neither filled nor changed. */
export function knownType(type: string): DetailFieldType | undefined {
  return detailFieldTypes.find((known) => known === type);
}

/** Whether a field of the type has options to choose from. */
export const hasOptions = (type: string): boolean => type === 'SELECT' || type === 'MULTISELECT';

/**
 * The rule that a name breaks, or null. Blanks around it do not count: they are not sent.
 * @param others the names of the other fields of the same entity
 */
export function fieldNameProblem(name: string, others: readonly string[]): string | null {
  const text = name.trim();
  if (text === '') return 'Enter a name.';
  if (text.length < MIN_NAME_CHARS) return `A name needs at least ${MIN_NAME_CHARS} characters.`;
  if (text.length > MAX_NAME_CHARS)
    return `A name can have up to ${MAX_NAME_CHARS} characters. This one has ${text.length}.`;
  const found = forbidden.filter((character) => text.includes(character));
  if (found.length > 0) return `A name can’t contain ${found.join(' ')}`;
  const word = reserved.find((candidate) => fold(candidate) === fold(text));
  if (word !== undefined) return `“${word}” is reserved by Customer Service Management.`;
  const taken = others.find((other) => fold(other) === fold(text));
  return taken === undefined ? null : `A field named “${isolated(taken)}” already exists.`;
}

/** For each option of a field the rule that it breaks, or null. Of those that are equal, all but the first break one. */
export function optionProblems(options: readonly string[]): (string | null)[] {
  const seen = new Set<string>();
  return options.map((option) => {
    const folded = fold(option);
    const problem = seen.has(folded) && folded !== '' ? 'This option is already in the list.' : optionProblem(option);
    seen.add(folded);
    return problem;
  });
}

function optionProblem(option: string): string | null {
  const text = option.trim();
  if (text === '') return 'Enter the option, or remove it.';
  if (text.includes(',')) return 'An option can’t contain a comma.';
  return text.length > MAX_OPTION_CHARS
    ? `An option can have up to ${MAX_OPTION_CHARS} characters. This one has ${text.length}.`
    : null;
}

/** The rule that a list of options breaks as a whole, or null. */
export function optionCountProblem(count: number): string | null {
  return count > MAX_OPTIONS ? `A field can have up to ${MAX_OPTIONS} options. This list has ${count}.` : null;
}

export interface PastedOptions {
  /** To be added, as they were written, each once. */
  added: string[];
  /** Left out: in the list already, or pasted twice. */
  repeated: string[];
  /** Left out: longer than an option can be. */
  tooLong: string[];
}

/** Options out of a pasted text: one a line or a cell, or separated by commas, which no option can contain. */
export function readOptions(text: string, present: readonly string[]): PastedOptions {
  const known = new Set(present.map(fold));
  const pasted: PastedOptions = { added: [], repeated: [], tooLong: [] };
  for (const piece of text.split(/[\r\n\t,]+/)) {
    const option = piece.trim();
    if (option === '') continue;
    if (option.length > MAX_OPTION_CHARS) pasted.tooLong.push(option);
    else if (known.has(fold(option))) pasted.repeated.push(option);
    else pasted.added.push(option);
    known.add(fold(option));
  }
  return pasted;
}
