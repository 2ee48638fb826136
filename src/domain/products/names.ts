import { fold } from '../fold';

/** Characters of the name of a product. CSM reference, ProductRequest. */
export const MAX_PRODUCT_NAME_CHARS = 200;

/** The rule that the name of a product breaks, or null. Blanks around it do not count. */
export function productNameProblem(name: string): string | null {
  const text = name.trim();
  if (text === '') return 'Enter a name.';
  return text.length > MAX_PRODUCT_NAME_CHARS
    ? `A name can have up to ${MAX_PRODUCT_NAME_CHARS} characters. This one has ${text.length}.`
    : null;
}

export interface ProductNames {
  /** To be created, as they were written, each once. */
  names: string[];
  /** Written more than once, in any letter case: created once. */
  repeated: string[];
  /** Left out: longer than a name can be. */
  tooLong: string[];
}

/** Names of products out of a pasted list, one a line. */
export function readProductNames(text: string): ProductNames {
  const known = new Set<string>();
  const read: ProductNames = { names: [], repeated: [], tooLong: [] };
  for (const line of text.split(/[\r\n]+/)) {
    const name = line.trim();
    if (name === '') continue;
    if (name.length > MAX_PRODUCT_NAME_CHARS) read.tooLong.push(name);
    else if (known.has(fold(name))) read.repeated.push(name);
    else read.names.push(name);
    known.add(fold(name));
  }
  return read;
}
