/** The types of a metadata value that the contract takes (ExternalFormIntakeRequest: string, number or boolean). */
export const metadataTypes = ['text', 'number', 'yes or no'] as const;
export type MetadataType = (typeof metadataTypes)[number];
export type MetadataValue = string | number | boolean;

/** One entry of the metadata as it is being written. */
export interface MetadataDraft {
  key: string;
  type: MetadataType;
  /** As it was typed; `yes` or `no` for a yes or no. */
  value: string;
}

export interface MetadataProblem {
  key?: string;
  value?: string;
}

/** A number as JSON writes it, so that `0x1F`, `1,5` and `Infinity` are told from numbers. */
const JSON_NUMBER = /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/;

/** What is wrong with each entry; an empty object where nothing is. Keys are compared as they are, case and all. */
export function metadataProblems(entries: readonly MetadataDraft[]): MetadataProblem[] {
  const keys = entries.map(({ key }) => key.trim());
  return entries.map((entry, at) => {
    const key = keyProblem(keys, at);
    const value = valueProblem(entry);
    return { ...(key !== null && { key }), ...(value !== null && { value }) };
  });
}

function keyProblem(keys: readonly string[], at: number): string | null {
  const key = keys[at] ?? '';
  if (key === '') return 'Enter a key, or remove the entry.';
  return keys.indexOf(key) < at ? `“${key}” is already used. Use each key only once.` : null;
}

function valueProblem({ type, value }: MetadataDraft): string | null {
  if (type !== 'number') return null;
  const text = value.trim();
  if (!JSON_NUMBER.test(text)) return 'Enter a number with a decimal point, such as 1500 or 0.25.';
  const number = Number(text);
  if (!Number.isFinite(number)) return 'This number is too large. Send it as text.';
  return /^-?\d+$/.test(text) && !Number.isSafeInteger(number)
    ? 'A number this long would lose digits. Send it as text.'
    : null;
}

/** The value that an entry without problems stands for. */
export function metadataValue({ type, value }: MetadataDraft): MetadataValue {
  if (type === 'number') return Number(value.trim());
  return type === 'yes or no' ? value === 'yes' : value;
}
