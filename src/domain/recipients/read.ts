import { addressParser } from 'postal-mime';
import { isEmail } from '../fields/formats';
import { fold } from '../fold';
import { cleanLines } from './clean';
import { unlinked } from './links';
import { closed, cutAt } from './pieces';

/** Most characters of an email address (RFC 5321, 4.5.3.1) that the CSM API takes: 255 in its schemas. */
const MAX_EMAIL_CHARS = 255;

/** Somebody whom a text names, and how. `written` is the text as it was written, or as near as it can be told. */
export type Recipient = { written: string } & (
  | { by: 'email'; email: string; name: string | null }
  | { by: 'id'; id: string }
  | { by: 'name'; name: string }
  /** Looks like an email address, and is none. */
  | { by: 'nothing' }
);

export interface Recipients {
  /** In their order, each once. */
  people: Recipient[];
  /** How many were named again. */
  repeated: number;
}

/**
 * Whom a text names that was copied from a mail program, a table or a page: addresses with and without names, customer
 * IDs and names, between commas, semicolons, tabs and line breaks. Nobody is passed over: what cannot be read is told as
 * it is. RFC 5322 is read by `postal-mime`; the rest are shapes that it knows nothing of.
 */
export function readRecipients(text: string): Recipients {
  const read = cleanLines(text).flatMap((line) => cutAt(closed(unlinked(line)), ';\t').flatMap(pieceRecipients));
  const people = new Map<string, Recipient>();
  for (const one of read) {
    const key = keyOf(one);
    // Of somebody who is named twice, the one with the name tells more.
    if (!people.has(key) || (one.by === 'email' && one.name !== null)) people.set(key, one);
  }
  return { people: [...people.values()], repeated: read.length - people.size };
}

/**
 * What a person writes or pastes to name one customer, as it can be looked for: the address out of `Ada <ada@…>`, else
 * the text as it is. Null where it names several.
 */
export function readOne(text: string): string | null {
  const { people } = readRecipients(text);
  const [only, ...more] = people;
  if (more.length > 0) return null;
  return only?.by === 'email' ? only.email : text.trim();
}

const keyOf = (one: Recipient): string => {
  switch (one.by) {
    case 'email':
      return `email ${fold(one.email)}`;
    case 'id':
      return `id ${one.id}`;
    case 'name':
      return `name ${fold(one.name)}`;
    case 'nothing':
      return `nothing ${one.written}`;
  }
};

/**
 * Ids hold a colon (`qm:…`, `712020:…`) or are the 24 hexadecimal digits of older Atlassian accounts; no e-mail address
 * and hardly a name is either.
 */
export const looksLikeId = (text: string): boolean => /^[^\s@:]+:[^\s@]+$/u.test(text) || /^[\da-f]{24}$/iu.test(text);

/** A heading before the addresses of a message, which is nobody's name. */
const HEADING = /^\s*(from|to|cc|bcc|reply-to)\s*:/iu;

function pieceRecipients(piece: string): Recipient[] {
  const text = piece.replace(HEADING, '').trim();
  if (!text.includes('@')) return cutNames(text).map(nameOrId);
  const parts = addressParser(text, { flatten: true }).map(({ name, address = '' }) => ({
    name: name.trim(),
    address: trimmed(address),
  }));
  return joined(parts).flatMap(({ name, address }) => recipientsOf(name, address));
}

interface Part {
  name: string;
  address: string;
}

/** `Bianchi, Amara <…>` comes as a name without an address and a name with one: Outlook writes no quotes around it. */
function joined(parts: readonly Part[]): Part[] {
  const done: Part[] = [];
  let before: string[] = [];
  for (const { name, address } of parts) {
    const hasAddress = address !== '';
    if (!hasAddress && !name.includes('@')) {
      before.push(name);
      continue;
    }
    const isOne = hasAddress && name !== '' && !name.includes('@') && areOneName([...before, name]);
    if (isOne) done.push({ name: [...before, name].join(', '), address });
    else done.push(...before.map((each) => ({ name: each, address: '' })), { name, address });
    before = [];
  }
  return [...done, ...before.map((name) => ({ name, address: '' }))];
}

/** Parts of two words each are people of their own: `Ben Cole, Amara Dahl <…>`. */
const areOneName = (parts: readonly string[]): boolean => !parts.every((part) => part.includes(' '));

function recipientsOf(name: string, address: string): Recipient[] {
  if (address === '') return [name.includes('@') ? { written: name, by: 'nothing' } : nameOrId(name)];
  // Addresses with nothing but blanks between them come as one with the others in its name.
  const words = name.split(/\s+/u).map(trimmed);
  const others = words.filter((word) => isEmail(word) && fold(word) !== fold(address));
  const own = name.includes('@') ? null : unquoted(name);
  return [...others.map((other) => personOf(null, other)), personOf(own === '' ? null : own, address)];
}

function personOf(name: string | null, address: string): Recipient {
  const written = name === null ? address : `${name} <${address}>`;
  return isEmail(address) && address.length <= MAX_EMAIL_CHARS
    ? { written, by: 'email', email: address, name }
    : { written, by: 'nothing' };
}

/** One name with a comma in it is of one person; several commas divide people. */
function cutNames(text: string): string[] {
  const names = cutAt(text, ',');
  return names.length === 2 && !names.some(looksLikeId) ? [text] : names;
}

function nameOrId(text: string): Recipient {
  const written = unquoted(text);
  if (/[<>]/u.test(written)) return { written, by: 'nothing' };
  if (looksLikeId(written)) return { written, by: 'id', id: written };
  const [last = '', first, ...more] = written.split(/\s*,\s*/u);
  const isTurned = first !== undefined && first !== '' && more.length === 0;
  return { written, by: 'name', name: isTurned ? `${first} ${last}` : written };
}

/** Quotes around a name that are no part of it: Outlook writes `'ada@…'`. */
const unquoted = (text: string): string => text.replace(/^[\s"']+|[\s"']+$/gu, '').replace(/\s+/gu, ' ');

/** Without what stands around an address in a sentence. */
const trimmed = (address: string): string => address.replace(/^[\s'"<([{]+|[\s'">)\]}.,;:!?]+$/gu, '');
