import type { ImportColumn, RelatedEntity, Target } from '../../contract/imports';
import { isReadColumn, isReasonColumn } from '../csv/console-file';
import { guessDateOrder } from '../fields/date';
import { lacksScheme } from '../fields/formats';
import { guessCurrency, guessDecimal } from '../fields/number';
import { areLastFirst } from '../fields/person-name';
import { fold } from '../fold';
import { headerKey } from '../kinds/header-key';
import { type Place, placeKey } from '../kinds/place';
import { distance } from '../nearest';
import { type Concept, conceptsOf, keysOf } from './concepts';
import { fitOf, isMisfit, misfitWords } from './values-fit';

/** Where a column most likely goes, and why that is to be looked at by a person before it counts. */
export interface MatchedColumn extends ImportColumn {
  doubt?: string;
}

/** Where a column goes that goes to a place: with how its values are written, as far as they tell. */
export function targetAt(place: Place, values: readonly string[]): Target {
  const { target, field } = place;
  const dateOrder = field?.type === 'DATE' ? dateOrderOf(values) : undefined;
  const decimal = field?.type === 'NUMBER' ? guessDecimal(values) : undefined;
  const currency = field?.type === 'NUMBER' ? guessCurrency(values) : undefined;
  const addsScheme = field?.type === 'URL' && values.some(lacksScheme);
  return {
    ...target,
    ...(dateOrder !== undefined && { dateOrder }),
    ...(decimal !== undefined && decimal !== 'open' && { decimal }),
    ...(currency !== undefined && { currency }),
    ...(addsScheme && { scheme: 'https' as const }),
    ...(isDisplayName(place) && areLastFirst(values) && { nameOrder: 'last-first' as const }),
  };
}

/** The one order that can't be misread stands where there are no dates to ask about: others further down are problems. */
const dateOrderOf = (values: readonly string[]) =>
  values.every((value) => value.trim() === '') ? 'iso' : guessDateOrder(values);

/** How sure a name alone makes: its own, a word for the same, one that is written almost so or holds such a word. */
const OWN_NAME = 1;
const SAME_MEANING = 0.9;
const NEAR = 0.5;
/** The name of a field that is not the row's own: "Address" can be the customer's, and that of their organization. */
const BARE = 0.6;
/** Fewer different values than that tell nothing against a name: they may be the ones with problems. */
const TELLING = 3;
/** Nothing else identifies the rows, and (almost) all values could: a stray one is a problem of its row. */
const ALMOST_ALL = 0.9;
const BY_VALUES = 0.4;

/** A word written almost so. What ends as an id does, or a number, is no misspelt name: "Product ID" is not "Productos". */
function misspelt(key: string, word: string): boolean {
  if (word.length < 5 || /(?:ids?|no|nr|number|key|code)$/.test(key)) return false;
  const letters = word.length >= 10 ? 2 : 1;
  return distance(key, word, letters) <= letters;
}

/** Whether a header has the name of a field, or means the same. */
function isFieldName(header: string, name: string): boolean {
  const meanings = conceptsOf(header);
  return keysOf(header).includes(headerKey(name)) || [...conceptsOf(name)].some((concept) => meanings.has(concept));
}

function nameScore(header: string, place: Place): number {
  const { label, field, synonyms, looksLike } = place;
  const keys = keysOf(header);
  if (keys[0] === '') return 0;
  if (place.of !== undefined && field !== undefined && !keys.some((key) => synonyms.includes(key)))
    return isFieldName(header, field.name) ? BARE : 0;
  if (field !== undefined && fold(label) === fold(header)) return OWN_NAME;
  if (keys.some((key) => synonyms.includes(key))) return field === undefined ? SAME_MEANING : SAME_MEANING + 0.05;
  const meanings = conceptsOf(header);
  if (field !== undefined && [...conceptsOf(label)].some((concept) => meanings.has(concept)))
    return SAME_MEANING - 0.05;
  // "Customer type" is no customer: a word inside a longer name counts where the values can tell.
  const holds = (key: string, word: string) => looksLike !== undefined && word.length >= 4 && key.includes(word);
  return keys.some((key) => synonyms.some((word) => misspelt(key, word) || holds(key, word))) ? NEAR : 0;
}

const isDisplayName = ({ target }: Place): boolean => placeKey(target) === 'displayName';

/** What a header says of a name: all of it, a name that may be a last one, or a word that other things are called by. */
function nameMeaning(header: string): 'whole' | 'name' | 'person' | null {
  const meanings = conceptsOf(header);
  if (meanings.has('display name')) return 'whole';
  if (meanings.has('name')) return 'name';
  return meanings.has('person') ? 'person' : null;
}

const isEmailOfRow = ({ target }: Place): boolean => placeKey(target) === 'email';

interface Candidate {
  column: number;
  place: Place;
  score: number;
  doubt?: string;
}

/** How well a column fits a place, by its name and by its values; null where it does not. */
function candidate(
  column: number,
  header: string,
  values: readonly string[],
  place: Place,
  isOnly: boolean,
): Candidate | null {
  const name = nameScore(header, place);
  const meaning = isDisplayName(place) ? nameMeaning(header) : null;
  const fit = fitOf(place, values);
  // "Kunde" above addresses is who, not the name of a field for some contact.
  if (isEmailOfRow(place) && nameMeaning(header) === 'person' && isOnly && (fit ?? 0) >= ALMOST_ALL)
    return { column, place, score: OWN_NAME + 0.2 };
  if (name === 0) {
    if (place.looksLike === undefined || fit === null || fit < ALMOST_ALL) return null;
    const doubt = isOnly ? {} : { doubt: `Several columns hold such values. Is this “${place.label}”?` };
    return { column, place, score: BY_VALUES * fit, ...doubt };
  }
  if (isMisfit(fit) && values.length >= TELLING) return { column, place, score: name * 0.5, doubt: misfitWords(place) };
  // A whole name goes before a name, and that before a word for someone, which is asked about.
  const score = name + 0.2 * (fit ?? 0.5) - (meaning === 'name' ? 0.1 : 0) - (meaning === 'person' ? 0.2 : 0);
  // Options of the field that fill the column tell whose it is.
  const areOptions = place.field !== undefined && place.field.options.length > 0 && fit !== null && fit >= ALMOST_ALL;
  if (place.of !== undefined && name === BARE && areOptions) return { column, place, score };
  if (place.of !== undefined && name === BARE)
    return { column, place, score, doubt: `Is this “${place.field?.name ?? ''}” of their ${place.of}?` };
  if (meaning === 'person') return { column, place, score, doubt: 'Is this the name of the customer?' };
  const tells = isOnly && fit !== null && fit >= ALMOST_ALL && place.looksLike !== undefined;
  if (name > NEAR || tells) return { column, place, score };
  return { column, place, score, doubt: `Is this “${place.label}”? The name is only similar.` };
}

/** Where family names come first, and are written so. */
const familyFirst = /[\p{Script=Han}\p{Script=Hangul}]/u;

/**
 * Columns of a first and a last name, and of what stands between them, which make a display name where no column has it
 * whole: "Name" beside a first name is the last one.
 */
function nameParts(headers: readonly string[], isName: (column: number) => boolean): number[] {
  const find = (concept: Concept, but?: number) =>
    headers.findIndex((header, at) => at !== but && isName(at) && conceptsOf(header).has(concept));
  const first = find('first name');
  const last = find('last name', first) >= 0 ? find('last name', first) : find('name', first);
  if (first < 0 || last < 0) return [];
  if (familyFirst.test(`${headers[first]}${headers[last]}`)) return [last, first];
  const middle = find('middle name');
  return middle < 0 ? [first, last] : [first, middle, last];
}

/** "Address line 2" → the key of "Address": numbered columns make one value together. */
const numbered = /^(.*?)(?:[\s_-]*(?:line|zeile|ligne|línea|linha|riga|regel))?[\s_-]*(\d{1,2})$/iu;

/** Columns that are numbered parts of one text field, by the place that they make together. */
function numberedParts(headers: readonly string[], places: readonly Place[], isFree: (column: number) => boolean) {
  const parts = new Map<Place, number[]>();
  for (const [at, header] of headers.entries()) {
    const [, base = ''] = numbered.exec(header.trim()) ?? [];
    const place = places.find(
      (one) => one.field !== undefined && one.joinedBy !== undefined && one.synonyms.includes(headerKey(base)),
    );
    if (base !== '' && isFree(at) && place !== undefined) parts.set(place, [...(parts.get(place) ?? []), at]);
  }
  return [...parts].filter(([, columns]) => columns.length > 1);
}

/** What is filled by the column that names what a field is of. */
export const namedBy: Readonly<Record<RelatedEntity, string>> = {
  organization: 'organization',
  entitlement: 'product',
};

const readWords = ({ label }: Place): string =>
  `The console exports a column of this name for you to read. Is this “${label}”?`;

const better = (a: Candidate, b: Candidate): number => b.score - a.score || a.column - b.column;

/**
 * Where each column most likely goes, all of them together: by its name, exact, in other words or misspelt, and by its
 * values. A place goes to the column that fits it best; the rest, and the console's own reason columns, go to nothing.
 * What is doubtful carries its doubt. Dates and numbers that can be read in two ways say neither: the page asks.
 * @param values for each column different values of the file
 * @param taken what other columns of the file fill already
 */
export function matchColumns(
  headers: readonly string[],
  values: readonly (readonly string[])[],
  places: readonly Place[],
  taken: Iterable<string> = [],
): MatchedColumn[] {
  const valuesOf = (at: number) => values[at] ?? [];
  const columns: MatchedColumn[] = headers.map((header) => ({ header, target: { to: 'nothing' } }));
  const isFree = (at: number) => columns[at]?.target.to === 'nothing' && !isReasonColumn(headers[at] ?? '');
  const filled = new Set(taken);
  const assign = ({ column, place, doubt }: Candidate, more: Pick<Target, 'join'> = {}) => {
    const header = headers[column] ?? '';
    filled.add(place.fills);
    // A field can be called as a column that tells people something else, such as when an entitlement ends.
    const asked = doubt ?? (isReadColumn(header, headers) ? readWords(place) : undefined);
    columns[column] = {
      header,
      target: more.join === undefined ? targetAt(place, valuesOf(column)) : { ...place.target, ...more },
      ...(asked !== undefined && { doubt: asked }),
    };
  };
  // Of two columns of addresses the name has to tell which is the customer's.
  const several = new Set(
    places.filter(
      (place) =>
        place.looksLike !== undefined &&
        headers.filter((_, at) => (fitOf(place, valuesOf(at)) ?? 0) >= ALMOST_ALL).length > 1,
    ),
  );
  const candidates = headers.flatMap((header, at) =>
    isFree(at) ? places.flatMap((place) => candidate(at, header, valuesOf(at), place, !several.has(place)) ?? []) : [],
  );
  const join = (parts: readonly number[], place: Place) => {
    for (const [at, column] of parts.entries())
      assign({ column, place, score: 0 }, { join: { at: at + 1, separator: place.joinedBy ?? ' ' } });
  };
  const name = places.find(isDisplayName);
  const hasWhole = headers.some((header, at) => isFree(at) && nameMeaning(header) === 'whole');
  const isNameColumn = (at: number) => isFree(at) && name !== undefined && !isMisfit(fitOf(name, valuesOf(at)));
  if (name !== undefined && !hasWhole) join(nameParts(headers, isNameColumn), name);
  for (const [place, parts] of numberedParts(headers, places, isFree)) join(parts, place);
  const identifies = new Set(places.filter((place) => place.identifies).map(({ fills }) => fills));
  // What a row says of its own entity goes first, and whose the rest would be has to be said by another column.
  const isOwn = ({ place }: Candidate) => place.of === undefined;
  const ordered = candidates.sort(better);
  for (const one of [...ordered.filter(isOwn), ...ordered.filter((other) => !isOwn(other))]) {
    const { of } = one.place;
    if (of !== undefined && !filled.has(namedBy[of])) continue;
    const isByValues = one.score <= BY_VALUES;
    const isNeeded = !isByValues || ![...identifies].some((fills) => filled.has(fills));
    if (isNeeded && isFree(one.column) && !filled.has(one.place.fills)) assign(one);
  }
  return columns;
}

/** The values of each column, of rows. */
export const columnsOf = (rows: readonly (readonly string[])[]): string[][] =>
  (rows[0] ?? []).map((_, at) => rows.map((row) => row[at] ?? ''));
