/** The parts of a path, decoded; empty ones are left out. A part that cannot be decoded stays as it is. */
export function splitPath(pathname: string): string[] {
  return pathname.split('/').filter(Boolean).map(decode);
}

export function joinPath(parts: readonly string[]): string {
  return `/${parts.map(encodeURIComponent).join('/')}`;
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
