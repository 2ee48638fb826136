const alphabet = new TextEncoder().encode('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/');
const PADDING = '='.charCodeAt(0);

/** Base64 in time that does not hold up a worker: `btoa` would take a string of all bytes first. */
export function toBase64(bytes: Uint8Array): string {
  const text = new Uint8Array(Math.ceil(bytes.length / 3) * 4).fill(PADDING);
  let to = 0;
  for (let from = 0; from < bytes.length; from += 3) {
    const left = bytes.length - from;
    const three = ((bytes[from] ?? 0) << 16) | ((bytes[from + 1] ?? 0) << 8) | (bytes[from + 2] ?? 0);
    text[to] = alphabet[three >>> 18] ?? PADDING;
    text[to + 1] = alphabet[(three >>> 12) & 63] ?? PADDING;
    if (left > 1) text[to + 2] = alphabet[(three >>> 6) & 63] ?? PADDING;
    if (left > 2) text[to + 3] = alphabet[three & 63] ?? PADDING;
    to += 4;
  }
  return new TextDecoder().decode(text);
}

/** Throws DOMException `InvalidCharacterError` for what is not base64. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text);
  const bytes = new Uint8Array(binary.length);
  for (let at = 0; at < binary.length; at += 1) bytes[at] = binary.charCodeAt(at);
  return bytes;
}
