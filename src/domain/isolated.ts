/** Letters that are written from right to left, and characters that turn the direction of what follows them. */
const TURNING =
  /[\u0590-\u08FF\u200E\u200F\u202A-\u202E\u2066-\u2069\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;

/** The characters that begin and end an isolate: one in a name would end the isolate around the name. */
const ISOLATES = /[\u2066-\u2069]/gu;

/**
 * A name as it is set into a sentence: whatever its direction of writing, the words around it keep theirs (Unicode
 * Standard Annex 9, isolates). For what people read, never for what is sent, stored or compared.
 */
export const isolated = (name: string): string =>
  TURNING.test(name) ? `\u2068${name.replace(ISOLATES, '')}\u2069` : name;
