import { Parser } from 'saxen';
import { damaged } from './damaged';

/** What hears of the elements of a document, by their names without a prefix. Attributes are as they are written. */
export interface XmlListener {
  open: (name: string, attributes: () => Record<string, string>) => void;
  close: (name: string) => void;
  text?: (text: string) => void;
}

/** Characters of one element, or of the text between two. */
const LONGEST_TOKEN = 1024 * 1024;

const named: Readonly<Record<string, string>> = { amp: '&', apos: "'", gt: '>', lt: '<', quot: '"' };

function entity(whole: string, code: string): string {
  if (!code.startsWith('#')) return named[code] ?? whole;
  const point = code[1] === 'x' ? Number.parseInt(code.slice(2), 16) : Number.parseInt(code.slice(1), 10);
  return point <= 0x10ffff ? String.fromCodePoint(point) : '\uFFFD';
}

// The parser's own way cuts off what doesn't fit 16 bits, as emoji don't.
const meant = (text: string): string =>
  text.includes('&') ? text.replaceAll(/&(#\d{1,7}|#x[\da-fA-F]{1,6}|\w+);/g, entity) : text;

/** The name without the prefix of its namespace: programs differ in those. */
const local = (name: string): string => name.slice(name.indexOf(':') + 1);

/** An attribute by its name without a prefix; undefined where there is none. */
export function attribute(attributes: Readonly<Record<string, string>>, name: string): string | undefined {
  const value = Object.entries(attributes).find(([written]) => local(written) === name)?.[1];
  return value === undefined ? undefined : meant(value);
}

/** Whether an attribute says yes. */
export const isOn = (value: string | undefined): boolean => value === '1' || value === 'true';

/** Reads a document piece by piece. Throws what the listener throws, and RefusedFile where the document is none. */
export async function readXml(bytes: AsyncIterable<Uint8Array>, listener: XmlListener): Promise<void> {
  const parser = new Parser();
  const decoder = new TextDecoder();
  let quiet = 0;
  parser.on('openTag', (name, attributes) => {
    quiet = 0;
    listener.open(local(name), attributes);
  });
  parser.on('closeTag', (name) => listener.close(local(name)));
  parser.on('text', (text) => listener.text?.(meant(text)));
  parser.on('cdata', (text) => listener.text?.(text));
  parser.on('error', () => {
    throw damaged();
  });
  parser.on('warn', () => undefined);
  for await (const piece of bytes) {
    const text = decoder.decode(piece, { stream: true });
    quiet += text.length;
    if (quiet > LONGEST_TOKEN) throw damaged();
    parser.write(text);
  }
  parser.end();
}
