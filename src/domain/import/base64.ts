/** Bytes turned at a time: a multiple of 3, so that no padding falls inside, and few enough for a call's arguments. */
const STEP = 24_573;

/** Base64 by `btoa`, which browsers and Node have alike. */
export function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (let from = 0; from < bytes.length; from += STEP) {
    text += btoa(String.fromCharCode(...bytes.subarray(from, from + STEP)));
  }
  return text;
}

/** Throws DOMException `InvalidCharacterError` for what is not base64. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text);
  const bytes = new Uint8Array(binary.length);
  for (let at = 0; at < binary.length; at += 1) bytes[at] = binary.charCodeAt(at);
  return bytes;
}
