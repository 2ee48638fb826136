import type { CleaningFamily } from '../../../contract/imports';
import {
  DIRECTIONS,
  INVISIBLE,
  JOINERS,
  MISREAD,
  ODD_BLANKS,
  ODD_LINE_ENDS,
  WIDE_BLANK,
  rightToLeft,
} from './characters';
import { withoutEntities } from './entities';
import { byteOf } from './windows-1252';
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

const misread = new RegExp(MISREAD);
/** What names and notes are written in, beside ASCII: letters of living scripts and the punctuation between them. */
const written =
  /^[\s -~\u00A0-\u017F\u0218-\u021B\u0386-\u03CE\u0400-\u045F\u0490\u0491\u05D0-\u05EA\u0621-\u064A\u1E00-\u1EFF\u2010-\u205E\u20AC\u2122\u3000-\u30FF\u4E00-\u9FFF\uAC00-\uD7A3]*$/;
const utf8 = new TextDecoder('utf-8', { fatal: true });

/** The text that was saved in the wrong encoding once; the same where all of it does not make letters. */
function reread(cell: string): string {
  if (!misread.test(cell)) return cell;
  const bytes: number[] = [];
  for (const character of cell) {
    const byte = byteOf(character);
    if (byte === undefined) return cell;
    bytes.push(byte);
  }
  try {
    const text = utf8.decode(Uint8Array.from(bytes));
    return written.test(text) ? text : cell;
  } catch {
    return cell;
  }
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
  if (cell.length < 2 || pairs[opening]?.includes(closing) !== true) return cell;
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

/** Addresses as links and mail programs write them: `mailto:…`, `<…>`, with the sign that separated them from the next. */
const writtenAddresses = [
  /^mailto:\s*([^<>\s?]+@[^<>\s?]+)(?:\?\S*)?$/i,
  /^<(?:mailto:)?([^<>\s]+@[^<>\s]+)>[;,]?$/i,
  /^([^<>\s;,/]+@[^<>\s;,/]+)[;,]$/,
];

function bareAddress(cell: string): string {
  if (!cell.includes('@')) return cell;
  for (const written of writtenAddresses) {
    const [, address] = written.exec(cell) ?? [];
    if (address !== undefined) return address;
  }
  return cell;
}

/**
 * What is cleaned off a cell, in this order: what is around a value can hide what the value is. Only what cannot be meant
 * goes; what may be meant is a family of its own, off until a person says so.
 */
export const cleaningSteps: readonly CleaningStep[] = [
  { family: 'misread', clean: reread },
  { family: 'entities', clean: withoutEntities },
  { family: 'line-ends', clean: (cell) => cell.replaceAll(lineEnds, '\n') },
  { family: 'invisible', clean: withoutInvisible },
  { family: 'blanks', clean: (cell) => cell.replaceAll(oddBlanks, ' ').replaceAll(blanksAtEdges, '') },
  { family: 'text-marks', clean: withoutTextMark },
  { family: 'quotes', clean: withoutQuotes },
  { family: 'addresses', clean: bareAddress },
  { family: 'nothing', clean: (cell) => (isNothing(cell) ? '' : cell) },
  { family: 'errors', clean: (cell) => (isError(cell) ? '' : cell) },
  { family: 'words-for-nothing', clean: (cell) => (isWordForNothing(cell) ? '' : cell) },
];

/** Families that a file is not cleaned of until a person says so: a text can mean them. */
export const offAtFirst: ReadonlySet<CleaningFamily> = new Set(['words-for-nothing']);
