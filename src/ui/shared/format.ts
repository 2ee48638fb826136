import { isolated } from '../../domain/isolated';
const numbers = new Intl.NumberFormat('en');
const exact = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short' });
const relative = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });

export const formatCount = (count: number): string => numbers.format(count);

/** "1 row", "2,000 rows". The plural is the noun with an s unless it is given. */
export function countOf(count: number, noun: string, plural = `${noun}s`): string {
  return `${formatCount(count)} ${count === 1 ? noun : plural}`;
}

/** A moment, in milliseconds since 1970, in full. */
export const formatExact = (time: number): string => exact.format(time);

const units = [
  { unit: 'day', seconds: 86_400 },
  { unit: 'hour', seconds: 3_600 },
  { unit: 'minute', seconds: 60 },
] as const;

/**
 * "5 minutes ago": how long ago something happened. It never lies ahead, although `now` may be older than it and the clocks
 * of the site and of the page differ. Both times in milliseconds since 1970.
 */
export function formatRelative(time: number, now: number): string {
  const seconds = Math.round((now - time) / 1000);
  const fitting = units.find((candidate) => seconds >= candidate.seconds);
  return fitting === undefined ? 'just now' : relative.format(-Math.trunc(seconds / fitting.seconds), fitting.unit);
}

/** "45 s", "19 min", "2 h 5 min", "3 d 4 h": two units at most, rounded to what a person plans by. */
export function formatDuration(seconds: number): string {
  if (seconds < 60) return `${Math.max(1, Math.round(seconds))} s`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  if (hours < 24) return minutes % 60 === 0 ? `${hours} h` : `${hours} h ${minutes % 60} min`;
  const days = Math.floor(hours / 24);
  return hours % 24 === 0 ? `${days} d` : `${days} d ${hours % 24} h`;
}

/** A share as a whole percentage that says 100 only when it is all, and 0 only when it is nothing. */
export function formatPercent(part: number, whole: number): string {
  if (whole === 0) return '0%';
  if (part > 0 && part / whole < 0.005) return '<1%';
  return `${part >= whole ? 100 : Math.min(99, Math.round((part / whole) * 100))}%`;
}

/** Names in a sentence: "“EU”, “US” and 3 more". */
export const quoted = (names: readonly string[], listed = 5): string =>
  enumerated(
    names.map((name) => `“${isolated(name)}”`),
    listed,
  );

/** Parts of a sentence: "a, b and 3 more". */
export function enumerated(parts: readonly string[], listed = 5): string {
  const shown = parts.slice(0, listed);
  if (parts.length > listed) return `${shown.join(', ')} and ${formatCount(parts.length - listed)} more`;
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1) ?? ''}`;
}

/** A word that does not fit a narrow page in the size of a heading. */
const longWord = /\S{25,}/gu;

/** A name with places to break at in its long words: headings and labels break between words alone, texts anywhere. */
export const breakable = (name: string): string =>
  name.replace(longWord, (word) =>
    // An address is read best where it breaks at its own signs.
    word.includes('@')
      ? word
          .split(/(?=@)|(?<=\.)/u)
          .map(chopped)
          .join('\u200B')
      : chopped(word),
  );

const chopped = (word: string): string => (word.length < 25 ? word : word.replace(/.{8}(?=.)/gu, '$&\u200B'));

/**
 * Whether two texts look the same on a page: blanks in a row show as one, and places to break at not at all, nor what
 * turns the direction of writing, which nobody can type.
 */
export const looksLike = (text: string, other: string): boolean => asShown(text) === asShown(other);

const UNSEEN = /[\u061C\u200B\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;

const asShown = (text: string): string => text.replace(UNSEEN, '').replace(/\s+/gu, ' ').trim();
