import type { ImportSetup } from '../../contract/file-frame';
import type { Target } from '../../contract/imports';

/** A target without what it says of cells that break a rule. */
function withoutRemedies({ values: _, skipsInvalid: __, ...target }: Target): Omit<Target, 'values' | 'skipsInvalid'> {
  return target;
}

const same = (first: unknown, second: unknown): boolean => JSON.stringify(first) === JSON.stringify(second);

/** Whether all that a target says of cells with problems, another says as well. */
function keepsRemedies(before: Target, now: Target): boolean {
  if (before.skipsInvalid === true && now.skipsInvalid !== true) return false;
  const values = new Map(now.values);
  return (before.values ?? []).every(([value, imported]) => values.get(value) === imported);
}

/**
 * Whether a setup differs from an earlier one only in that it has more remedies, in corrected cells, and in whether rows are joined. Remedies are for
 * cells that break a rule, so a row that was in order and has no corrected cell stays as it was.
 */
export function onlyRemediesAdded(before: ImportSetup, now: ImportSetup): boolean {
  const plain = ({ columns, corrections: _, joinsRows: __, ...rest }: ImportSetup) => ({
    ...rest,
    columns: columns.map(({ header, target }) => ({ header, target: withoutRemedies(target) })),
  });
  if (!same(plain(before), plain(now))) return false;
  return before.columns.every(({ target }, at) => keepsRemedies(target, now.columns[at]?.target ?? target));
}
