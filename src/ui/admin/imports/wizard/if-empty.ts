import type { ImportSetup } from '../../../../contract/file-frame';
import type { ImportColumn } from '../../../../contract/imports';
import { kindOf } from '../../../../domain/kinds';
import { canWriteIfEmpty } from '../../../../domain/kinds/if-empty';
import { placeOf } from '../../../../domain/kinds/place';
import { relatedTo } from '../../../../domain/kinds/related';

/** The fields that columns go to and that can keep what is there; none for an import of what is new. */
export function fieldsThatCanStay({ kind, operation, columns, fields }: ImportSetup): {
  name: string;
  isKept: boolean;
}[] {
  if (operation === 'CREATE') return [];
  const its = kindOf(kind);
  const places = its.places(fields);
  return columns.flatMap(({ target }) => {
    const place = placeOf(target, places);
    if (place === undefined || target.field === undefined || !canWriteIfEmpty(its, place)) return [];
    return [{ name: target.field, isKept: target.write !== undefined }];
  });
}

/** The columns, of which those to the given fields are written only where there is nothing. */
export function withIfEmpty(columns: readonly ImportColumn[], kept: readonly string[]): ImportColumn[] {
  return columns.map((column) => {
    const { write: before, ...target } = column.target;
    const own = relatedTo(target) === undefined ? target.field : undefined;
    const write = own !== undefined && kept.includes(own) ? ('if-empty' as const) : undefined;
    return write === before ? column : { ...column, target: { ...target, ...(write && { write }) } };
  });
}
