import type { CleaningFamily } from '../../../contract/imports';
import { DIRECTIONS, INVISIBLE, JOINERS, ODD_BLANKS, ODD_LINE_ENDS, WIDE_BLANK, rightToLeft } from './characters';
import { isError, isNothing, isWordForNothing } from './nothing';

/** One step of cleaning: what is left of the cell. The same text where it finds nothing to do. */
export interface CleaningStep {
  family: CleaningFamily;
  clean: (cell: string) => string;
}

const always = new RegExp(`[${INVISIBLE}]`, 'g');
const directions = new RegExp(`[${DIRECTIONS}]`, 'g');
const joinersAtEdges = new RegExp(`^[${JOINERS}]+|[${JOINERS}]+$`, 'g');
const oddBlanks = new RegExp(`[${ODD_BLANKS}]`, 'g');
const blanksAtEdges = new RegExp(`^[\\s${ODD_BLANKS}${WIDE_BLANK}]+|[\\s${ODD_BLANKS}${WIDE_BLANK}]+$`, 'g');
/** Spreadsheets write a carriage return in a cell of their XML as this. ECMA-376, ST_Xstring. */
const lineEnds = new RegExp(`\\r\\n|_x000[Dd]_\\n?|[${ODD_LINE_ENDS}]`, 'g');

function withoutInvisible(cell: string): string {
  const seen = cell.replaceAll(always, '').replaceAll(joinersAtEdges, '');
  return rightToLeft.test(seen) ? seen : seen.replaceAll(directions, '');
}

/** Pairs of quotes that languages and programs put around a text. */
const pairs: Readonly<Record<string, string>> = {
  '"': '"',
  "'": "'",
  '`': "`'´",
  '“': '”"',
  '”': '”',
  '„': '“”"',
  '‟': '”',
  '«': '»',
  '»': '«',
  '‹': '›',
  '‘': '’',
  '‚': '‘’',
  '‛': '’',
  '’': '’',
  '＂': '＂',
};

/** Takes a pair of quotes off that is around the whole cell, and stands nowhere in it. */
function withoutQuotes(cell: string): string {
  const opening = cell.charAt(0);
  const closing = cell.charAt(cell.length - 1);
  if (cell.length < 3 || pairs[opening]?.includes(closing) !== true) return cell;
  const inside = cell.slice(1, -1);
  return inside.includes(opening) || inside.includes(closing) ? cell : inside.trim();
}

/** A formula that is nothing but a text: how programs keep a spreadsheet from reading digits as a number. */
const textFormula = /^=\s*(?:T\()?"((?:[^"]|"")*)"\)?$/;
/** The apostrophe before what a spreadsheet would read as a number, a date or a formula. */
const textMark = /^'(?=[-=+@\d])[^']*$/;

function withoutTextMark(cell: string): string {
  const formula = textFormula.exec(cell);
  if (formula) return (formula[1] ?? '').replaceAll('""', '"');
  return textMark.test(cell) ? cell.slice(1) : cell;
}

/** An address as links and mail programs write it: `mailto:…`, `<…>`. */
const writtenAddress = /^(?:mailto:\s*)?<?(?:mailto:)?([^<>\s?]+@[^<>\s?]+?)(?:\?[^>\s]*)?>?[;,]?$/i;

function bareAddress(cell: string): string {
  const [whole = '', address = ''] = writtenAddress.exec(cell) ?? [];
  return address === '' || address === whole ? cell : address;
}

/**
 * What is cleaned off a cell, in this order: what is around a value can hide what the value is. Only what cannot be meant
 * goes; what may be meant is a family of its own, off until a person says so.
 */
export const cleaningSteps: readonly CleaningStep[] = [
  { family: 'line-ends', clean: (cell) => cell.replaceAll(lineEnds, '\n') },
  { family: 'invisible', clean: withoutInvisible },
  { family: 'blanks', clean: (cell) => cell.replaceAll(oddBlanks, ' ').replaceAll(blanksAtEdges, '') },
  { family: 'text-marks', clean: withoutTextMark },
  { family: 'quotes', clean: withoutQuotes },
  { family: 'addresses', clean: bareAddress },
  { family: 'nothing', clean: (cell) => (isNothing(cell) || isError(cell) ? '' : cell) },
  { family: 'words-for-nothing', clean: (cell) => (isWordForNothing(cell) ? '' : cell) },
];

/** Families that a file is not cleaned of until a person says so: a text can mean them. */
export const offAtFirst: ReadonlySet<CleaningFamily> = new Set(['words-for-nothing']);
