/** The longest name of a group, in characters: a head keeps some dozens of them. */
export const MAX_GROUP_CHARS = 120;

/** What a sentence begins with where it is about one detail field: its rows belong together, and to no other field. */
const FIELD = /^Detail field [^:]{1,100}: /;

/** What stands for a value that was taken out. */
const VALUE = '…';

const entities = ['customer', 'organization', 'organisation', 'product', 'entitlement', 'account', 'user', 'member'];
const nouns = entities.flatMap((noun) => [noun, `${noun.charAt(0).toUpperCase()}${noun.slice(1)}`]).join('|');

/**
 * What differs from row to row in the words of a site, in the order in which it is taken out. What was taken out first
 * is not looked at again.
 */
const values: readonly RegExp[] = [
  // Quoted, in any of the usual marks. An apostrophe opens a quotation only where no letter stands before it.
  /"[^"]*"|“[^”]*”|«[^»]*»|`[^`]*`|(?<![\p{L}\p{N}])['‘][^'’]*['’](?![\p{L}\p{N}])/gu,
  /\b[a-z][a-z+.-]*:\/\/[^\s"'<>]+/giu,
  /[^\s"'<>()[\],;:…]+@[^\s"'<>()[\],;:…]+[\p{L}\p{N}]/gu,
  // Ids: words of several parts, or with digits in them. A number alone is one, too.
  /(?<![\p{L}\p{N}])[\p{L}\p{N}_]+(?::[\p{L}\p{N}_-]+)+(?![\p{L}\p{N}])/gu,
  /(?<![\p{L}\p{N}])[\p{L}\p{N}_-]*\p{N}[\p{L}\p{N}_-]*(?:[.,/:]\p{N}+)*(?![\p{L}\p{N}])/gu,
  // A name behind the word for what it names: "the organization Acme Ltd". The product of the vendor is none.
  new RegExp(
    `(?<=(?<!\\p{L})(?:${nouns}) )(?!Service\\b|IDs?\\b)\\p{Lu}[^\\s:,.;…]*(?: (?:\\p{Lu}[^\\s:,.;…]*|&))*`,
    'gu',
  ),
];

/**
 * What a reason has in common with those of other rows that failed for the same cause: names, addresses, ids, numbers
 * and quoted values are taken out of it. The field that a sentence begins with stays.
 */
export function reasonGroup(reason: string): string {
  const label = FIELD.exec(reason)?.[0] ?? '';
  const rest = values.reduce((text, value) => text.replace(value, VALUE), reason.slice(label.length));
  // A list of values is as one value.
  const joined = rest.replace(/…(?:(?:,| and| or)? ?…)+/gu, VALUE).replace(/\s+/gu, ' ');
  // What ends with a value needs no full stop behind it.
  return cutGroup(`${label}${joined}`.trim().replace(/…\.$/u, VALUE));
}

/** The name of a group as a head keeps it. */
export const cutGroup = (name: string): string =>
  name.length > MAX_GROUP_CHARS ? `${name.slice(0, MAX_GROUP_CHARS - 1)}…` : name;
