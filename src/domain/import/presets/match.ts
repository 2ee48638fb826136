import type { Target } from '../../../contract/imports';
import { checkDate } from '../../fields/date';
import { headerKey } from '../../kinds/header-key';
import type { Place } from '../../kinds/place';
import { conceptsOf } from '../concepts';
import { type MatchedColumn, matchColumns, targetAt } from '../match-columns';
import { fitOf, isMisfit, misfitWords } from '../values-fit';
import { type Destination, type Preset, type PresetColumn, isAt } from './preset';
import { reasonsToLeaveOut } from './recognize';

const fieldNamed = (name: string, places: readonly Place[]): Place | undefined =>
  places.find(({ field, label }) => field !== undefined && headerKey(label) === headerKey(name));

/** The field of one of the names, else one whose name means what the first does, in any language. */
function fieldCalled(names: readonly [string, ...string[]], places: readonly Place[]): Place | undefined {
  const named = names.map((name) => fieldNamed(name, places)).find((place) => place !== undefined);
  if (named !== undefined) return named;
  const meanings = conceptsOf(names[0]);
  return places.find(
    ({ field, label }) => field !== undefined && [...conceptsOf(label)].some((concept) => meanings.has(concept)),
  );
}

/** The columns of one file, each settled once. */
class Matching {
  readonly columns: MatchedColumn[];
  /** What is filled, and whether by parts, to which more can come. */
  private readonly filled = new Map<string, 'whole' | 'parts'>();
  private readonly settled = new Set<number>();

  constructor(
    private readonly headers: readonly string[],
    private readonly values: readonly (readonly string[])[],
    private readonly places: readonly Place[],
    private readonly dateOrder: Preset['dateOrder'],
  ) {
    this.columns = headers.map((header) => ({ header, target: { to: 'nothing' } }));
  }

  /** Sends a column of the preset where the site has a place for it; one that has none is left open. */
  put({ headers, to }: PresetColumn): void {
    const at = headers
      .map((name) =>
        this.headers.findIndex((header, index) => this.isOpen(index) && headerKey(header) === headerKey(name)),
      )
      .find((index) => index >= 0);
    if (at === undefined) return;
    // A field of the column's own name is meant before one of another name.
    const own = 'field' in to[0] ? this.ownField(at) : undefined;
    if (own !== undefined) {
      this.settle(at, own);
      return;
    }
    const destination = to.find((one) => this.freePlace(one) !== undefined);
    const place = destination && this.freePlace(destination);
    if (place !== undefined) this.settle(at, place, destination?.part);
  }

  /** Sends a column to a field of its own name that takes its values, or nowhere. */
  leaveOut(header: string): void {
    const at = this.headers.indexOf(header);
    if (!this.isOpen(at)) return;
    const own = this.ownField(at);
    if (own !== undefined && !isMisfit(fitOf(own, this.valuesAt(at)))) this.settle(at, own);
    this.settled.add(at);
  }

  /** Matches what is open by names and values, to what is free. */
  matchOthers(): void {
    const open = this.headers.flatMap((_, at) => (this.isOpen(at) ? [at] : []));
    const free = this.places.filter(({ fills }) => !this.filled.has(fills));
    const matched = matchColumns(
      open.map((at) => this.headers[at] ?? ''),
      open.map((at) => this.valuesAt(at)),
      free,
      this.filled.keys(),
    );
    for (const [index, at] of open.entries()) {
      const column = matched[index];
      if (column !== undefined) this.columns[at] = column;
    }
  }

  /** One part alone is the whole value. */
  joinNothingAlone(): void {
    const joined = this.columns.filter(({ target }) => target.join !== undefined);
    for (const column of joined) {
      const { join: _, ...target } = column.target;
      const isAlone = joined.every((other) => other === column || !isSamePlace(other.target, target));
      if (isAlone) column.target = target;
    }
  }

  private isOpen(at: number): boolean {
    return at >= 0 && !this.settled.has(at);
  }

  private valuesAt(at: number): readonly string[] {
    return this.values[at] ?? [];
  }

  private free(part?: number): Place[] {
    return this.places.filter(({ fills }) => {
      const filled = this.filled.get(fills);
      return filled === undefined || (filled === 'parts' && part !== undefined);
    });
  }

  private ownField(at: number): Place | undefined {
    return fieldNamed(this.headers[at] ?? '', this.free());
  }

  private freePlace(destination: Destination): Place | undefined {
    const free = this.free(destination.part);
    if ('place' in destination) return free.find((place) => isAt(place, destination.place));
    const place = fieldCalled(destination.field, free);
    // Only text can be made of parts.
    return destination.part !== undefined && place?.joinedBy === undefined ? undefined : place;
  }

  private settle(at: number, place: Place, part?: number): void {
    const values = this.valuesAt(at);
    this.settled.add(at);
    this.filled.set(place.fills, part === undefined ? 'whole' : 'parts');
    this.columns[at] = {
      header: this.headers[at] ?? '',
      target:
        part === undefined
          ? this.targetOf(place, values)
          : { ...place.target, join: { at: part, separator: place.joinedBy ?? ' ' } },
      ...(isMisfit(fitOf(place, values)) && { doubt: misfitWords(place) }),
    };
  }

  /** The place, with the dates as the tool writes them where the file's own don't say. */
  private targetOf(place: Place, values: readonly string[]): Target {
    const target = targetAt(place, values);
    const { dateOrder } = this;
    if (place.field?.type !== 'DATE' || target.dateOrder !== undefined || dateOrder === undefined) return target;
    const isWrittenSo = values.every((value) => value.trim() === '' || checkDate(value, dateOrder).ok);
    return isWrittenSo ? { ...target, dateOrder } : target;
  }
}

const isSamePlace = (a: Target, b: Target): boolean => a.to === b.to && a.by === b.by && a.field === b.field;

/**
 * Where the columns of an export go that was recognized: those that the preset knows as it says, as far as the site has a
 * place for them, all others as `matchColumns` has them. What doesn't fit its place carries its doubt.
 * @param values for each column different values of the file
 */
export function matchByPreset(
  preset: Preset,
  headers: readonly string[],
  values: readonly (readonly string[])[],
  places: readonly Place[],
): MatchedColumn[] {
  const matching = new Matching(headers, values, places, preset.dateOrder);
  for (const column of preset.columns) matching.put(column);
  for (const header of reasonsToLeaveOut(preset, headers).keys()) matching.leaveOut(header);
  matching.matchOthers();
  matching.joinNothingAlone();
  return matching.columns;
}
