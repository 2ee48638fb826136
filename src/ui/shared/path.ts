/** The parts of a path, decoded; empty ones are left out. A part that cannot be decoded stays as it is. */
export function splitPath(pathname: string): string[] {
  return pathname.split('/').filter(Boolean).map(decode);
}

export function joinPath(parts: readonly string[]): string {
  return `/${parts.map(encode).join('/')}`;
}

/** What an address never keeps: a browser takes a part of one or two dots, encoded or not, for a way to walk. */
const DOTS = /^\.{1,2}$/;
const ENCODED_DOTS = /^(%2E){1,2}$/;

const encode = (part: string): string => encodeURIComponent(DOTS.test(part) ? part.replaceAll('.', '%2E') : part);

function decode(part: string): string {
  try {
    const decoded = decodeURIComponent(part);
    return ENCODED_DOTS.test(decoded) ? decoded.replaceAll('%2E', '.') : decoded;
  } catch {
    return part;
  }
}
