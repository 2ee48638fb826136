import {
  DIRECTORY_PAGE,
  type DirectoryQuery,
  type DirectoryRecord,
  type DirectorySort,
  PLACE_STEP,
  type Place,
  type Stretch,
} from '../../contract/directory';
import { matcherOf } from './filter';
import { inOrder, locator, placeOf, sorted } from './sort';

/*
 * A page far behind in an order that is not the stored one. Rows of all pages before it would not fit an answer, so the
 * list is gone through twice: each call tells every PLACE_STEP-th place of what it has found, sorted by itself. These
 * places say within some thousand rows where the page is, and that stretch is read. Whoever keeps the places reads each
 * further page of the list in one go.
 */

/** What one call has told: some of its places in their order, and how many it has found. */
export interface Told {
  places: readonly Place[];
  matched: number;
}

/** Gathers the places of one call. */
export function gatherPlaces({ filters, sort }: DirectoryQuery, today: string) {
  const matches = matcherOf(filters, today);
  const all: Place[] = [];
  return {
    take(records: readonly DirectoryRecord[]): void {
      for (const record of records) if (matches(record)) all.push(placeOf(record, sort.column, today));
    },
    told: (): Told => ({
      places: inOrder(all, (place) => place, sort).filter((_, at) => (at + 1) % PLACE_STEP === 0),
      matched: all.length,
    }),
  };
}

/** Gathers the rows of a stretch, and counts those before it and all that match. */
export function gatherStretch({ filters, sort }: DirectoryQuery, today: string, stretch: Stretch) {
  const matches = matcherOf(filters, today);
  const locate = locator(stretch, sort);
  const rows: DirectoryRecord[] = [];
  let [before, matched] = [0, 0];
  return {
    take(records: readonly DirectoryRecord[]): void {
      for (const record of records) {
        if (!matches(record)) continue;
        matched += 1;
        const where = locate(placeOf(record, sort.column, today));
        if (where === 'before') before += 1;
        else if (where === 'in') rows.push(record);
      }
    },
    gathered: () => ({ rows, before, matched }),
  };
}

/**
 * The shortest stretch that surely holds a page, as far as what all calls have told can say. It has at most a page and two
 * PLACE_STEP of each call.
 */
export function stretchOf(told: readonly Told[], sort: DirectorySort, page: number): Stretch {
  const [start, end] = [page * DIRECTORY_PAGE, (page + 1) * DIRECTORY_PAGE];
  const all = told.flatMap(({ places }, call) => places.map((place) => ({ place, call })));
  const stretch: Stretch = { after: null, upTo: null };
  /** Of what each call has found: how much is surely not behind a place, and how much at the most. */
  let least = 0;
  let most = told.reduce((sum, { matched }) => sum + Math.min(matched, PLACE_STEP - 1), 0);
  const passed = told.map(() => 0);
  for (const { place, call } of inOrder(all, (one) => one.place, sort)) {
    const matched = told[call]?.matched ?? 0;
    const steps = passed[call] ?? 0;
    const mostAt = (step: number): number => Math.min(matched, (step + 1) * PLACE_STEP - 1);
    least += PLACE_STEP;
    // The place itself ends a step of its call: with it, that has found exactly so many.
    const mostWith = most - mostAt(steps) + (steps + 1) * PLACE_STEP;
    if (mostWith <= start) stretch.after = place;
    most += mostAt(steps + 1) - mostAt(steps);
    passed[call] = steps + 1;
    if (least >= end) return { ...stretch, upTo: place };
  }
  return stretch;
}

/** The page out of a stretch that was read: not whole where the directory has changed so much meanwhile. */
export function pageOfStretch(
  { rows, before, matched }: { rows: readonly DirectoryRecord[]; before: number; matched: number },
  { sort }: DirectoryQuery,
  today: string,
  page: number,
): { rows: DirectoryRecord[]; isWhole: boolean } {
  const first = page * DIRECTORY_PAGE - before;
  const length = Math.max(0, Math.min(DIRECTORY_PAGE, matched - page * DIRECTORY_PAGE));
  const found = sorted(rows, sort, today).slice(Math.max(0, first), Math.max(0, first + length));
  return { rows: found, isWhole: found.length === length };
}
