import type { ImportSetup } from '../../../contract/file-frame';
import { isError } from '../../import/clean/nothing';
import { FAILED_FORMULA } from '../../kinds/cells/readers';
import { together } from '../../kinds/columns';
import type { EncodedRow } from '../../kinds/kind';
import type { RowProblem } from '../../kinds/problem';

type Encode = (cells: readonly string[]) => EncodedRow<object>;

/**
 * Encodes rows whose failed formulas were not cleaned off: in a value that several columns make, one would be read as text
 * between the others. The row has a problem instead, as where a column stands alone.
 */
export function withoutFailedParts({ columns }: Pick<ImportSetup, 'columns'>, encode: Encode): Encode {
  const parts = together(columns).flatMap((same) => (same.length > 1 ? same : []));
  if (parts.length === 0) return encode;
  return (cells) => {
    const problems = parts.flatMap(({ header, index }): RowProblem[] => {
      const value = cells[index] ?? '';
      return isError(value) ? [{ column: header, value, message: FAILED_FORMULA }] : [];
    });
    return problems.length > 0 ? { operation: null, problems } : encode(cells);
  };
}
