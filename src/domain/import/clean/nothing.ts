/** How databases and programs write that there is no value: PostgreSQL, MySQL, SQL Server, Oracle, Python, R. */
const nothing: ReadonlySet<string> = new Set([
  ...['\\N', '\\n', 'NULL', 'null', '(null)', '(NULL)', '<null>', '<NULL>', '[null]', '[NULL]', '{null}', '@NULL@'],
  ...[
    'NaN',
    'nan',
    '<NA>',
    'NaT',
    '#NULL',
    '(blank)',
    '(Leer)',
    '(vide)',
    '(en blanco)',
    'undefined',
    '[object Object]',
  ],
]);

/** The errors of spreadsheets that do not end as the others do, in the languages that Excel, LibreOffice and Sheets speak. */
const errors: ReadonlySet<string> = new Set([
  ...['#N/A', '#N/A N/A', '#NA', '#NV', '#N/D', '#N/B', '#N/Д', '#Н/Д', '#I/T', '#N/Z', '#YOK', '#N/DISP', '#PUUTTUU!'],
  ...['#GETTING_DATA', '#OTKAZ!', '#BRAK!', '#ADR!', '#ARG!', '#LICZBA!', '#DZIEL/0!', '#NAZWA?', '#BEZUG!', '#WERT!'],
]);
/** `#REF!`, `#NAME?`, `#¡VALOR!`, `Err:502`: every error of a cell ends with a mark, or is a number. */
const errorForm = /^(?:#[¡¿]?[\p{Lu}\d_/]+[!?]|Err:\d{3})$/u;

/** Words that people write for nothing, and that can be meant: an option may be called "None". */
const wordsForNothing: ReadonlySet<string> = new Set([
  ...[
    '-',
    '--',
    '---',
    '–',
    '—',
    '.',
    '?',
    '/',
    'n/a',
    'N/A',
    'N/a',
    'n.a.',
    'na',
    'NA',
    'k.A.',
    'k. A.',
    'n. v.',
    'nil',
    'Nil',
  ],
  ...[
    'none',
    'None',
    'NONE',
    'keine',
    'Keine',
    'aucun',
    'Aucun',
    'ninguno',
    'Ninguno',
    'nenhum',
    'nessuno',
    'geen',
    'brak',
  ],
  ...['unknown', 'Unknown', 'empty', 'Empty', 'なし', '無し'],
]);

/** The longest of them, in characters: nothing longer has to be looked at. */
const LONGEST = 16;

export const isNothing = (cell: string): boolean => cell.length <= LONGEST && nothing.has(cell);
export const isError = (cell: string): boolean => cell.length <= LONGEST && (errors.has(cell) || errorForm.test(cell));
export const isWordForNothing = (cell: string): boolean => cell.length <= LONGEST && wordsForNothing.has(cell);

/** 1 for the code units below 128 that one of all these begins with. */
const starts = new Uint8Array(128);
for (const word of [...nothing, ...errors, ...wordsForNothing, '#', 'E']) starts[word.charCodeAt(0)] = 1;

/** Whether any of these rules may take the cell for nothing. Most cells are answered by a look at their first letter. */
export function standsForNothing(cell: string): boolean {
  if (cell.length > LONGEST) return false;
  const first = cell.charCodeAt(0);
  if (first < 128 && starts[first] !== 1) return false;
  return isNothing(cell) || isWordForNothing(cell) || isError(cell);
}
