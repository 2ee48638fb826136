import { fold } from './fold';

/** How many letters have to be changed, added or left out to make one text of the other; `most` where it is more. */
export function distance(first: string, second: string, most: number): number {
  if (Math.abs(first.length - second.length) > most) return most + 1;
  let above = Array.from({ length: second.length + 1 }, (_, at) => at);
  for (let row = 1; row <= first.length; row += 1) {
    const now = [row];
    for (let at = 1; at <= second.length; at += 1) {
      const same = first[row - 1] === second[at - 1] ? 0 : 1;
      now[at] = Math.min((above[at] ?? 0) + 1, (now[at - 1] ?? 0) + 1, (above[at - 1] ?? 0) + same);
    }
    if (Math.min(...now) > most) return most + 1;
    above = now;
  }
  return above[second.length] ?? most + 1;
}

/** Different texts that are compared letter by letter; among more of them, only what begins alike is looked at. */
const MOST_COMPARED = 5_000;

/**
 * The name that is likely meant by a text that is none: the one with the fewest letters changed, a fifth of them at the
 * most, or the only one that begins as the text does or that the text begins with. Undefined where none is, or several are.
 * @param names what is compared, folded → the name
 */
export function nearest(text: string, names: ReadonlyMap<string, string>): string | undefined {
  const begins = [...names].filter(([key]) => key.length > 1 && (key.startsWith(text) || text.startsWith(key)));
  if (names.size > MOST_COMPARED) return begins.length === 1 ? begins[0]?.[1] : undefined;
  let best: string[] = [];
  let least = Math.max(1, Math.floor(text.length / 5));
  for (const [key, name] of names) {
    const letters = distance(text, key, least);
    if (letters > least) continue;
    best = letters < least ? [name] : [...best, name];
    least = letters;
  }
  if (best.length > 0) return best.length === 1 && text.length > 2 ? best[0] : undefined;
  return begins.length === 1 ? begins[0]?.[1] : undefined;
}

/** Letters of a word that a site is searched for: what is mistyped is rarely in the beginning of both of two words. */
const SEARCHED_LETTERS = 3;
const SEARCHED_WORDS = 2;

/** What to search a site for to find what a name likely means: the beginnings of its longest words. */
function beginningsOf(name: string): string[] {
  const words = name.split(/[\s,.;:()/&+-]+/).filter((word) => word !== '');
  const longest = words.sort((a, b) => b.length - a.length).slice(0, SEARCHED_WORDS);
  return [...new Set(longest.map((word) => word.slice(0, SEARCHED_LETTERS)))];
}

/**
 * The name on a site that is likely meant by one that it does not have. Undefined where none is, or several are.
 * @param search finds the names that hold a text, in any letter case
 */
export async function nearestOnSite(
  name: string,
  search: (text: string) => Promise<readonly string[]>,
): Promise<string | undefined> {
  for (const beginning of beginningsOf(name)) {
    const known = await search(beginning);
    const meant = nearest(fold(name), new Map(known.map((one) => [fold(one), one])));
    if (meant !== undefined) return meant;
  }
  return undefined;
}
