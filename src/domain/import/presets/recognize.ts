import { isExport } from '../../csv/console-file';
import { headerKey } from '../../kinds/header-key';
import { presets } from './all';
import type { Preset, Signature } from './preset';

type Keys = ReadonlySet<string>;

const has = (keys: Keys, header: string): boolean => keys.has(headerKey(header));

function fits({ all, some, none = [] }: Signature, keys: Keys): boolean {
  return (
    all.every((header) => (typeof header === 'string' ? [header] : header).some((name) => has(keys, name))) &&
    some.of.filter((header) => has(keys, header)).length >= some.least &&
    !none.some((header) => has(keys, header))
  );
}

/** Columns of a file that a preset knows. */
function known({ columns, leftOut }: Preset, keys: Keys): number {
  const names = new Set([...columns, ...leftOut].flatMap(({ headers }) => headers.map(headerKey)));
  return [...keys].filter((key) => names.has(key)).length;
}

/** Which tool's export a file is, by its headers alone; null where it is none that is known. Of several the one that knows most of its columns. */
export function recognizeExport(headers: readonly string[]): Preset | null {
  // An export of the console's own has the site's fields, which may be those of a tool, and separators of its own.
  if (isExport(headers)) return null;
  const keys = new Set(headers.map(headerKey));
  const fitting = presets.filter(({ signature }) => fits(signature, keys));
  return fitting.sort((a, b) => known(b, keys) - known(a, keys))[0] ?? null;
}

/** Why a column is left out of an import on purpose, by its header as the file has it. */
export function reasonsToLeaveOut({ leftOut }: Preset, headers: readonly string[]): ReadonlyMap<string, string> {
  const reasons = new Map(
    leftOut.flatMap(({ headers: names, reason }) => names.map((name) => [headerKey(name), reason] as const)),
  );
  return new Map(
    headers.flatMap((header) => {
      const reason = reasons.get(headerKey(header));
      return reason === undefined ? [] : [[header, reason] as const];
    }),
  );
}
