import { WINDOWS_1252 } from '../../import/clean/windows-1252';
import { encodingNamed } from '../../import/encodings';

const fromLatin1 = /[\u0080-\u009F]/g;

const asWindows1252 = (text: string): string =>
  text.replaceAll(fromLatin1, (character) => WINDOWS_1252.charAt(character.charCodeAt(0) - 0x80));

export type Decode = (bytes: Uint8Array, more: boolean) => string;

/**
 * Makes what turns the bytes of an encoding into text, a chunk at a time. Wrong bytes become U+FFFD, or a TypeError when
 * `fatal`. Some versions of Node read Windows-1252 as ISO-8859-1; what they miss is put right, and is right elsewhere.
 */
export function decoderFor(name: string, { fatal = false }: { fatal?: boolean } = {}): Decode {
  const decoder = new TextDecoder(encodingNamed(name)?.label ?? name, { fatal, ignoreBOM: true });
  const decode: Decode = (bytes, more) => decoder.decode(bytes, { stream: more });
  return name === 'Windows-1252' ? (bytes, more) => asWindows1252(decode(bytes, more)) : decode;
}
