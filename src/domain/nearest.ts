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
