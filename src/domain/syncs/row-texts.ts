import type { ImportField, Target } from '../../contract/imports';
import type { SyncMapping } from '../../contract/syncs';
import { fold } from '../fold';
import { kindOf } from '../kinds';
import { columnTexts } from '../kinds/columns';
import type { ImportKind } from '../kinds/kind';
import { placeKey } from '../kinds/place';

/** What a row of an export is known by, and all that is imported of it. */
export interface RowTexts {
  /** In the form in which names are compared. */
  identity: string;
  /** What else names it, in the same form: the email beside an ID. */
  others: string[];
  /** As the export writes it. */
  label: string;
  content: string;
}

/**
 * Reads of the cells of a row what a sync remembers: nothing is looked up, so that a row that has not changed costs no call.
 * The content begins with the mapping: when that changes, every row has changed.
 */
export function rowTexts(
  mapping: Pick<SyncMapping, 'kind' | 'operation' | 'columns' | 'options'>,
  fields: readonly ImportField[],
): (cells: readonly string[]) => RowTexts {
  const kind = kindOf(mapping.kind);
  // An export whose columns stand in another order is the same.
  const columns = columnTexts(kind.places(fields), mapping);
  columns.sort((a, b) => (placeKey(a.target) < placeKey(b.target) ? -1 : 1));
  const name = kind.knownBy === undefined ? namer(columns) : partNamer(columns, kind.knownBy);
  const setup = JSON.stringify([
    mapping.operation,
    mapping.options,
    columns.map(({ target: { join: _, write: __, ...target } }) => target),
  ]);
  return (cells) => ({
    ...name(cells),
    content: JSON.stringify([setup, columns.map(({ text }) => text(cells))]),
  });
}

type TextColumn = ReturnType<typeof columnTexts>[number];
type Namer = (cells: readonly string[]) => Omit<RowTexts, 'content'>;

/** What a row is about, where one cell says it. */
function namer(columns: readonly TextColumn[]): Namer {
  const identifying = inOrderOfTrust(columns.filter(({ place }) => place?.identifies === true));
  return (cells) => {
    const by = identifying.find(({ text }) => text(cells).trim() !== '');
    const label = by?.text(cells).trim() ?? '';
    return {
      identity: identityOf(by?.target, label),
      others: identifying.flatMap((other) => (other === by ? [] : namesOf(other.target, other.text(cells)))),
      label,
    };
  };
}

/** What a row is about, where several cells say it together; nobody where a part of it is missing. */
function partNamer(columns: readonly TextColumn[], knownBy: NonNullable<ImportKind['knownBy']>): Namer {
  const parts = knownBy.map(({ to, isOptional }) => {
    const its = inOrderOfTrust(columns.filter(({ target }) => to.includes(target.to)));
    return { its, isOptional: isOptional === true };
  });
  return (cells) => {
    const found = parts.map(({ its, isOptional }) => {
      const by = its.find(({ text }) => text(cells).trim() !== '');
      return { target: by?.target, label: by?.text(cells).trim() ?? '', isOptional };
    });
    const isWhole = found.every(({ label, isOptional }) => isOptional || label !== '');
    const named = isWhole ? found.filter(({ label }) => label !== '') : [];
    const label = named.map((part) => part.label).join(', ');
    return {
      identity: JSON.stringify(named.map((part) => identityOf(part.target, part.label))),
      others: [],
      label,
    };
  };
}

const namesOf = (target: Target, text: string): string[] =>
  text.trim() === '' ? [] : [identityOf(target, text.trim())];

/** All that names what a row is about, the surest first; nothing for a row that names nobody. */
export const namesOfRow = ({ identity, others, label }: RowTexts): string[] =>
  label === '' ? [] : [identity, ...others];

/** What a record is known by. IDs of other systems can differ in letter case alone. */
export const identityOf = (target: Target | undefined, label: string): string =>
  JSON.stringify([target?.to, target?.to === 'externalId' ? label : fold(label)]);

/** What another system knows a record by stays; an email or a name can change. */
function inOrderOfTrust<T extends { target: Target }>(columns: readonly T[]): T[] {
  const trustOf = ({ target }: T): number => (target.to === 'externalId' ? 0 : target.to.endsWith('Id') ? 1 : 2);
  return [...columns].sort((a, b) => trustOf(a) - trustOf(b));
}

/**
 * The columns that name what a row is about, by which a record is known again in the next export; the surest first. None for
 * kinds whose records several columns name together.
 */
export function identifyingColumns(
  { kind, columns, options }: Pick<SyncMapping, 'kind' | 'columns' | 'options'>,
  fields: readonly ImportField[],
): Target[] {
  const texts = columnTexts(kindOf(kind).places(fields), { columns, options });
  return inOrderOfTrust(texts.filter(({ place }) => place?.identifies === true)).map(({ target }) => target);
}

/** Whether the columns tell which record a row is about. */
export function areKnown(mapping: SyncMapping, fields: readonly ImportField[]): boolean {
  const { knownBy } = kindOf(mapping.kind);
  if (knownBy === undefined) return identifyingColumns(mapping, fields).length > 0;
  return knownBy.every(
    ({ to, isOptional }) => isOptional === true || mapping.columns.some(({ target }) => to.includes(target.to)),
  );
}
