/** An address, or several after each other, as a link has them: nothing that ends a link in a text. */
const TARGET = String.raw`[^\s<>()\[\]"]+`;

/** `[Ada](mailto:ada@…)`, as chats and wikis copy a link. */
const MARKDOWN = new RegExp(String.raw`\[([^\[\]]*)\]\(mailto:(${TARGET})\)`, 'giu');
/** `[mailto:ada@…]`, as Outlook quotes a sender in a plain text. */
const BRACKETED = new RegExp(String.raw`\[mailto:(${TARGET})\]`, 'giu');
/** `ada@…<mailto:ada@…>`, as Outlook copies a linked address into a plain text. */
const DOUBLED = new RegExp(String.raw`(?<=@[^\s<>@]{1,255})<mailto:${TARGET}>`, 'giu');
const PLAIN = new RegExp(String.raw`mailto:(${TARGET})`, 'giu');

/** `Ada (ada@…)` and `Ada [ada@…]`: an address in brackets behind a name. */
const IN_BRACKETS = /[([]\s*([^\s@()[\]<>"]+@[^\s@()[\]<>"]+)\s*[)\]]/gu;

/** A line with links to addresses in the form that mail programs write addresses in: `Ada <ada@…>`. */
export function unlinked(line: string): string {
  const plain = line
    .replace(MARKDOWN, (_, words: string, target: string) => {
      const address = addressesOf(target);
      return words.includes('@') ? address : `${words} <${address}>`;
    })
    .replace(BRACKETED, (_, target: string) => `<${addressesOf(target)}>`)
    .replace(DOUBLED, '')
    .replace(PLAIN, (_, target: string) => addressesOf(target));
  // A field of one line puts blanks for line breaks.
  if (plain.includes('<')) return plain.replace(/>\s+(?=[^\s,;:>)])/gu, '>; ');
  return plain.replace(IN_BRACKETS, (_, address: string) => `<${address}>`);
}

/** Everybody whom a `mailto:` link writes to: RFC 6068 has them before the question mark and as to, cc and bcc. */
function addressesOf(target: string): string {
  const [path = '', query = ''] = target.split('?');
  const fields = query.split('&').flatMap((field) => {
    const [key = '', value = ''] = field.split('=');
    return /^(to|cc|bcc)$/i.test(key) ? [value] : [];
  });
  return [path, ...fields]
    .filter((part) => part !== '')
    .map(decoded)
    .join(', ');
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
