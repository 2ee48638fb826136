/**
 * The form in which names, e-mails and ids are compared: the site ignores letter case and surrounding blanks, and the
 * same letter can be written with one or two code points.
 */
export function fold(text: string): string {
  return text.trim().normalize('NFC').toLowerCase();
}
