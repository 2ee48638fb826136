import * as v from 'valibot';
import type { LeftOutRow } from '../../contract/imports';
import { reasonGroup } from './reason-group';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** Rows that share a cause: what it is called, how many they are, and where the first of them are. */
const groupOf = <Place extends v.GenericSchema>(place: Place) =>
  v.object({ name: v.string(), rows: count, first: v.array(place) });

/** Of rows that were sent: the first are told as [batch, index in it], as a batch is settled without reading its rows. */
export const sentGroupSchema = groupOf(v.tuple([count, count]));
/** Of rows that the check left out: the first are told by their numbers in the file. */
export const leftOutGroupSchema = groupOf(count);

export type SentGroup = v.InferOutput<typeof sentGroupSchema>;
export type LeftOutGroup = v.InferOutput<typeof leftOutGroupSchema>;

/** Groups that a head keeps apart, each with a name of up to MAX_GROUP_CHARS: it stays under one 10 KB write unit. */
export const MAX_SENT_GROUPS = 20;
export const MAX_LEFT_OUT_GROUPS = 12;
/** The first rows of a group that are told. */
const FIRST_ROWS = 3;

interface Group<Place> {
  name: string;
  rows: number;
  first: Place[];
}

/** Rows by their groups, counted one row after the other. */
class Grouping<Place> {
  readonly #groups: Map<string, Group<Place>>;
  /** Rows of which no group is kept. */
  others = 0;

  constructor(
    groups: readonly Group<Place>[],
    private readonly most: number,
    private readonly before: (a: Place, b: Place) => number,
  ) {
    this.#groups = new Map(groups.map((group) => [group.name, { ...group, first: [...group.first] }]));
  }

  /** Counts a row in each of its groups. */
  add(names: ReadonlySet<string>, place: Place): void {
    let isKept = false;
    for (const name of names) {
      const group = this.#groups.get(name) ?? this.#begin(name);
      if (group === null) continue;
      isKept = true;
      group.rows += 1;
      group.first = [...group.first, place].sort(this.before).slice(0, FIRST_ROWS);
    }
    if (!isKept) this.others += 1;
  }

  get all(): Group<Place>[] {
    return [...this.#groups.values()];
  }

  #begin(name: string): Group<Place> | null {
    if (this.#groups.size >= this.most) return null;
    const group = { name, rows: 0, first: [] };
    this.#groups.set(name, group);
    return group;
  }
}

/** The groups with the rows of a settled batch that did not succeed; and how many of them are in no group that is kept. */
export function withBatch(
  groups: readonly SentGroup[],
  batch: number,
  rows: readonly (readonly [index: number, outcome: string, reason: string])[],
): { groups: SentGroup[]; others: number } {
  const grouping = new Grouping(groups, MAX_SENT_GROUPS, (a, b) => a[0] - b[0] || a[1] - b[1]);
  for (const [index, , reason] of rows) grouping.add(new Set([reasonGroup(reason)]), [batch, index]);
  return { groups: grouping.all, others: grouping.others };
}

/** The groups with rows that were left out. A row with several problems counts in the group of each. */
export function withLeftOut(
  groups: readonly LeftOutGroup[],
  rows: readonly LeftOutRow[],
): { groups: LeftOutGroup[]; others: number } {
  const grouping = new Grouping(groups, MAX_LEFT_OUT_GROUPS, (a: number, b: number) => a - b);
  for (const row of rows) grouping.add(new Set(groupsOfLeftOut(row)), row[0]);
  return { groups: grouping.all, others: grouping.others };
}

/** What the check calls the problems of a row; earlier versions of the app kept the sentences alone. */
export const groupsOfLeftOut = ([, , problems, groups]: LeftOutRow): readonly string[] =>
  groups ?? problems.map(reasonGroup);

/** Characters of a reason that earlier versions of the app kept in a head. */
const REASON_CHARS_BEFORE = 160;

/** The groups of the reasons that an earlier version of the app counted, which did not tell their first rows. */
export function groupsBefore(reasons: readonly (readonly [string, number])[]): SentGroup[] {
  const rows = new Map<string, number>();
  for (const [reason, count] of reasons) {
    const name = reasonGroup(reason);
    rows.set(name, (rows.get(name) ?? 0) + count);
  }
  return [...rows].map(([name, count]) => ({ name, rows: count, first: [] }));
}

/** Whether a row that was sent is of a group. */
export const isInGroup = (reason: string, name: string): boolean =>
  reasonGroup(reason) === name || reasonGroup(reason.slice(0, REASON_CHARS_BEFORE)) === name;
