import type { FileFacts } from '../../../../src/contract/file-frame';
import { type ReadingChoices, delimiters } from '../../../../src/contract/imports';
import { encodings } from '../../../../src/domain/import/encodings';
import { element } from './dom';

type Reading = FileFacts['reading'];
type Read = (reading: ReadingChoices) => void;

interface Choice {
  id: string;
  label: string;
  /** What speaks for what is chosen. */
  reason: string;
  options: readonly { value: string; label: string }[];
  chosen: string;
  /** What is said of the file when an option is chosen. */
  says: (value: string) => ReadingChoices;
}

const delimiterNames: Record<Reading['delimiter'], string> = {
  ',': 'Comma ,',
  ';': 'Semicolon ;',
  '\t': 'Tab',
  '|': 'Vertical bar |',
};

const encodingReasons: Record<Reading['encodingBy'], string> = {
  mark: 'The file says so itself.',
  form: 'All of the file can be read in it.',
  guess: 'A guess: check the special letters below.',
  choice: 'You chose it.',
};

const delimiterReasons: Record<Reading['delimiterBy'], string> = {
  line: 'The first line of the file says so.',
  rows: 'It gives the rows the same number of cells.',
  choice: 'You chose it.',
  workbook: '',
  json: '',
};

const isDelimiter = (value: string): value is Reading['delimiter'] => delimiters.some((known) => known === value);

function encodingChoice({ encoding, encodingBy }: Reading): Choice {
  return {
    id: 'encoding',
    label: 'Encoding',
    reason: encodingReasons[encodingBy],
    options: encodings.map(({ name, hint }) => ({ value: name, label: `${name} (${hint})` })),
    chosen: encoding,
    says: (value) => ({ encoding: value }),
  };
}

function delimiterChoice({ delimiter, delimiterBy }: Reading): Choice {
  return {
    id: 'delimiter',
    label: 'Separator',
    reason: delimiterReasons[delimiterBy],
    options: delimiters.map((value) => ({ value, label: delimiterNames[value] })),
    chosen: delimiter,
    says: (value) => (isDelimiter(value) ? { delimiter: value } : {}),
  };
}

/** Stands for double quotes around each row as a whole as well. */
const ROWS_TOO = '""';

function quoteChoice({ quote, rowsQuoted }: Reading): Choice {
  const aroundRows = rowsQuoted === true;
  return {
    id: 'quote',
    label: 'Quotes',
    reason: aroundRows
      ? 'Around whole rows, and around cells inside them.'
      : 'Around cells that contain the separator.',
    options: [
      { value: '"', label: 'Double "' },
      { value: "'", label: "Single '" },
      { value: ROWS_TOO, label: 'Double ", also around rows' },
    ],
    chosen: aroundRows ? ROWS_TOO : quote,
    says: (value) => ({ quote: value === "'" ? "'" : '"', rowsQuoted: value === ROWS_TOO }),
  };
}

const ROW_CHARS = 40;

function headerReason({ headerRow, headerBy, titles }: Reading): string {
  if (headerRow === 0) return 'No row names the columns: they are numbered.';
  if (titles > 0) return titles === 1 ? 'The row above it is left out.' : `The ${titles} rows above it are left out.`;
  return headerBy === 'choice' ? 'You chose it.' : 'It names the columns.';
}

function headerChoice({ tops, reading }: FileFacts): Choice {
  const labelOf = (cells: readonly string[]): string =>
    cells
      .filter((cell) => cell.trim() !== '')
      .join(', ')
      .slice(0, ROW_CHARS);
  const rows = tops.map(({ row, cells }) => ({ value: String(row), label: `Row ${row}: ${labelOf(cells)}` }));
  return {
    id: 'header-row',
    label: 'Column names',
    reason: headerReason(reading),
    options: [...rows, { value: '0', label: 'None: number the columns' }],
    chosen: String(reading.headerRow),
    says: (value) => ({ headerRow: Number(value) }),
  };
}

function sheetChoice({ sheet, sheets = [] }: Reading): Choice {
  return {
    id: 'sheet',
    label: 'Sheet',
    reason: sheets.length === 1 ? 'The only sheet with rows.' : `One of ${sheets.length} sheets with rows.`,
    options: sheets.map((name) => ({ value: name, label: name })),
    chosen: sheet ?? '',
    // Another sheet has a header of its own.
    says: (value) => ({ sheet: value, headerRow: undefined }),
  };
}

/** What a person has said so far: what was guessed is guessed anew when something else changes. */
function saidOf(reading: Reading): ReadingChoices {
  const { encoding, encodingBy, delimiter, delimiterBy, quote, rowsQuoted, headerRow, headerBy, sheet } = reading;
  return {
    ...(sheet === undefined && { quote }),
    ...(rowsQuoted !== undefined && { rowsQuoted }),
    ...(encodingBy === 'choice' && { encoding }),
    ...(delimiterBy === 'choice' && { delimiter }),
    ...(headerBy === 'choice' && { headerRow }),
    ...(sheet !== undefined && { sheet }),
  };
}

function control(choice: Choice, said: ReadingChoices, read: Read): HTMLElement {
  const { id, label, reason, options, chosen, says } = choice;
  const select = element('select', { id, 'aria-describedby': `${id}-reason` });
  for (const { value, label: words } of options) {
    const option = element('option', { value }, words);
    option.selected = value === chosen;
    select.append(option);
  }
  select.addEventListener('change', () => read({ ...said, ...says(select.value) }));
  return element(
    'div',
    { class: 'choice' },
    element('label', { for: id }, label),
    select,
    element('span', { class: 'hint', id: `${id}-reason` }, reason),
  );
}

/** How the file is read: each guess with what speaks for it, and the others to choose from. */
export function readingChoices(file: FileFacts, read: Read): HTMLElement {
  const { reading } = file;
  // JSON says itself what is a record and what its parts are called.
  if (reading.delimiterBy === 'json') return element('div', {});
  const choices =
    reading.sheets === undefined
      ? [encodingChoice(reading), delimiterChoice(reading), quoteChoice(reading), headerChoice(file)]
      : [sheetChoice(reading), headerChoice(file)];
  const said = saidOf(reading);
  return element(
    'div',
    { class: 'choices', role: 'group', 'aria-label': 'How the file is read' },
    ...choices.map((choice) => control(choice, said, read)),
  );
}
