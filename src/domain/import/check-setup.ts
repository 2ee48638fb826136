import type { ImportSetup } from '../../contract/file-frame';
import type { ImportColumn } from '../../contract/imports';
import { kindOf } from '../kinds';
import { canWriteIfEmpty } from '../kinds/if-empty';
import type { ImportKind, SetupProblem } from '../kinds/kind';
import { type Place, placeOf } from '../kinds/place';

function doubleProblems(columns: readonly ImportColumn[], places: readonly Place[]): SetupProblem[] {
  const first = new Map<string, string>();
  return columns.flatMap(({ header, target }) => {
    const place = placeOf(target, places);
    // Several columns can make one value together.
    if (place === undefined || place.joinedBy !== undefined) return [];
    const other = first.get(place.fills);
    if (other === undefined) first.set(place.fills, header);
    return other === undefined
      ? []
      : [{ column: header, message: `"${other}" goes to the same place. Keep only one of the two.` }];
  });
}

function placeProblems(columns: readonly ImportColumn[], kind: ImportKind, places: readonly Place[]): SetupProblem[] {
  return columns.flatMap(({ header, target }, at) => {
    if (target.to === 'nothing') return [];
    const place = placeOf(target, places);
    if (place === undefined) {
      const message =
        target.field === undefined
          ? 'This kind of import has no such place for a column. Map it elsewhere.'
          : `Your site has no detail field "${target.field}". Create it, or map the column elsewhere.`;
      return [{ column: header, message }];
    }
    // A saved mapping may be of a time when the field had another type.
    if (target.action !== undefined && !(place.actions ?? ['replace']).includes(target.action)) {
      return [{ column: header, message: 'This field can’t be changed this way. Choose another action.' }];
    }
    const mayDepend =
      target.write === 'if-unchanged'
        ? columns[at + 1]?.target.to === 'nothing'
        : target.write === undefined || canWriteIfEmpty(kind, place);
    if (!mayDepend) {
      return [{ column: header, message: 'This column can’t depend on what the record has. Choose another action.' }];
    }
    if (place.field?.type === 'DATE' && target.action !== 'clear' && target.dateOrder === undefined) {
      return [{ column: header, message: 'Choose how dates are written in this column.' }];
    }
    return [];
  });
}

/** Everything that keeps an import from being checked, in the order in which a person would put it right. */
export function checkSetup({ kind, operation, columns, fields }: ImportSetup): SetupProblem[] {
  const its = kindOf(kind);
  const places = its.places(fields);
  return [
    ...its.setupProblems(columns, operation),
    ...doubleProblems(columns, places),
    ...placeProblems(columns, its, places),
  ];
}
