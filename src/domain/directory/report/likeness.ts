import type { DirectoryRecord } from '../../../contract/directory';
import type { Likeness } from '../../../contract/directory-report';
import { fold } from '../../fold';
import { valuesOf } from '../values';

/** The detail field that holds what other systems know a customer by. */
export const EXTERNAL_ID = 'External ID';

/** Groups that are told of one likeness, and customers of one group. */
const GROUPS_SHOWN = 100;
const WHO_SHOWN = 5;

/** Providers that ignore dots before the @, by the domain that stands for all of theirs. */
const dotless: Readonly<Record<string, string>> = { 'gmail.com': 'gmail.com', 'googlemail.com': 'gmail.com' };

/** An address as one who receives it sees it: without letter case, what follows a plus, and the dots that Gmail ignores. */
export function plainAddress(email: string): string {
  const folded = fold(email);
  const at = folded.lastIndexOf('@');
  if (at <= 0) return folded;
  const [name, domain] = [folded.slice(0, at), folded.slice(at + 1)];
  const plus = name.indexOf('+');
  const box = plus > 0 ? name.slice(0, plus) : name;
  const same = dotless[domain];
  return same === undefined ? `${box}@${domain}` : `${box.replaceAll('.', '')}@${same}`;
}

/** What customers have in common who are alike; null where a customer has nothing of it. */
export function likenessOf(record: DirectoryRecord, by: Likeness): string | null {
  switch (by) {
    case 'name': {
      const at = record.email?.lastIndexOf('@') ?? -1;
      return record.email === null || at < 0 ? null : `${fold(record.name)}\n${fold(record.email.slice(at + 1))}`;
    }
    case 'external-id': {
      const [id] = valuesOf(record, EXTERNAL_ID);
      return id === undefined ? null : fold(id);
    }
    case 'address':
      return record.email === null ? null : plainAddress(record.email);
  }
}

/**
 * 53 bits for a text, never 0, so that a million texts take 8 MB: two of a million have the same by chance once in some
 * ten thousand sites. The function is cyrb53.
 */
export function markOf(text: string | null): number {
  if (text === null) return 0;
  let [high, low] = [0xdeadbeef, 0x41c6ce57];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    high = Math.imul(high ^ code, 2654435761);
    low = Math.imul(low ^ code, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return 4294967296 * (2097151 & low) + (high >>> 0) || 1;
}

export interface Groups {
  groups: number;
  customers: number;
  /** The first groups: how many are in each, and the places of the first of them. */
  shown: { count: number; places: number[] }[];
}

/** The groups of those who have a mark in common, by their places, in the order in which they begin. */
export function groupsOf(marks: Float64Array): Groups {
  const shared = sharedIn(marks);
  const shown = new Map<number, Groups['shown'][number]>();
  let customers = 0;
  for (const [place, mark] of marks.entries()) {
    if (!shared.has(mark)) continue;
    customers += 1;
    const group = shown.get(mark) ?? { count: 0, places: [] };
    if (!shown.has(mark) && shown.size === GROUPS_SHOWN) continue;
    group.count += 1;
    if (group.places.length < WHO_SHOWN) group.places.push(place);
    shown.set(mark, group);
  }
  return { groups: shared.size, customers, shown: [...shown.values()] };
}

function sharedIn(marks: Float64Array): Set<number> {
  const inOrder = marks.slice().sort();
  const shared = new Set<number>();
  for (let at = 1; at < inOrder.length; at += 1) {
    const mark = inOrder[at];
    if (mark !== undefined && mark !== 0 && mark === inOrder[at - 1]) shared.add(mark);
  }
  return shared;
}
