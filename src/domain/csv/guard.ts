/**
 * What spreadsheets may run as a formula: a cell whose first character is = + - @, tab, carriage return or line feed,
 * or the full-width forms of the signs. OWASP, CSV injection.
 */
const risky = /^'*[=+\-@\t\r\n＝＋－＠]/;
const guarded = /^'+[=+\-@\t\r\n＝＋－＠]/;

/**
 * The cell as it goes into a file that people open: an apostrophe in front keeps a spreadsheet from running it. A cell
 * that already has apostrophes there gets one more, so that {@link unguard} always finds back what was.
 */
export function guard(cell: string): string {
  return risky.test(cell) ? `'${cell}` : cell;
}

/** Undoes {@link guard}. Only for files that the console wrote: anywhere else the apostrophe belongs to the value. */
export function unguard(cell: string): string {
  return guarded.test(cell) ? cell.slice(1) : cell;
}
