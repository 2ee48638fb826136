import { notSent } from './site-error';

/** Any value a query parameter can have; undefined leaves it out. */
export type QueryValue = string | number | boolean | undefined;

/**
 * A path with every `{placeholder}` replaced by its encoded value, and the query behind it.
 *
 * Throws a `bad-request` SiteError, before anything is sent, for what no URL can carry as one segment: an empty value
 * and `.` or `..` (URL parsers resolve these even when percent-encoded, so they would address something else), and
 * half a surrogate pair.
 */
export function addressOf(
  operation: string,
  template: string,
  path: Readonly<Record<string, string>>,
  query: Readonly<Record<string, QueryValue>> = {},
): string {
  const encoded = template.replaceAll(/\{(\w+)\}/g, (_, name: string) => segment(operation, name, path[name] ?? ''));
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [`${encode(operation, name, name)}=${encode(operation, name, String(value))}`],
  );
  return pairs.length === 0 ? encoded : `${encoded}?${pairs.join('&')}`;
}

function segment(operation: string, name: string, value: string): string {
  if (value === '' || value === '.' || value === '..')
    throw notSent(operation, 'bad-request', `${name} cannot be empty, "." or ".."`);
  return encode(operation, name, value);
}

function encode(operation: string, name: string, value: string): string {
  try {
    return encodeURIComponent(value);
  } catch {
    throw notSent(operation, 'bad-request', `${name} is not well-formed text`);
  }
}
