/** Letters below this code point are the same in every form of Unicode normalization but the compatible ones. */
const mayBeComposed = /[\u0300-\uFFFF]/;

/**
 * The form in which names, e-mails and ids are compared: the site ignores letter case and surrounding blanks, and the
 * same letter can be written with one or two code points.
 */
export function fold(text: string): string {
  const trimmed = text.trim();
  return (mayBeComposed.test(trimmed) ? trimmed.normalize('NFC') : trimmed).toLowerCase();
}
