import type { FieldDefinition } from '../../contract/fields';
import { BYTE_ORDER_MARK, csvLine } from '../csv/write';
import type { ImportKind } from '../kinds/kind';
import { type Place, placeKey } from '../kinds/place';
import { matchColumns, namedBy } from './match-columns';

/** What a file of a kind looks like: a header whose columns are matched without help, and one row. */
export interface Template {
  headers: string[];
  example: string[];
}

/** The template for an operation of a kind, with a column for each detail field of the site. */
export function templateOf(kind: ImportKind, operation: string, fields: readonly FieldDefinition[]): Template {
  const places = kind.places(fields);
  const columns = places.flatMap((place) => {
    const { only, example = '' } = place.template ?? {};
    const header = headerOf(place, places);
    return header === undefined || (only ?? operation) !== operation ? [] : [{ header, example }];
  });
  return { headers: columns.map(({ header }) => header), example: columns.map(({ example }) => example) };
}

/** A header that is matched to the place; a field of the site may have taken the usual one. */
function headerOf({ template, synonyms, target, of }: Place, places: readonly Place[]): string | undefined {
  if (template === undefined) return undefined;
  const others = of === undefined ? [] : [namedBy[of]];
  return [template.header, ...synonyms].find((header) => {
    const [column] = matchColumns([header], [], places, others);
    return column !== undefined && placeKey(column.target) === placeKey(target);
  });
}

/** The template as a CSV that a spreadsheet can open. */
export const templateCsv = ({ headers, example }: Template): string =>
  [BYTE_ORDER_MARK, csvLine(headers, ','), csvLine(example, ',')].join('');
