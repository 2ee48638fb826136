import type { ImportSetup } from '../../contract/file-frame';
import type { ImportColumn } from '../../contract/imports';
import { targetKey } from './match-columns';

/** Why an import cannot be checked as it is set up. `column` is the header at fault, or null. */
export interface SetupProblem {
  column: string | null;
  message: string;
}

function identityProblems({ operation, columns }: ImportSetup): SetupProblem[] {
  const has = (to: 'email' | 'customerId') => columns.some(({ target }) => target.to === to);
  if (operation === 'UPDATE' && !has('email') && !has('customerId')) {
    return [
      { column: null, message: 'Map a column to the email or the customer ID to identify the customers to update.' },
    ];
  }
  if (operation !== 'UPDATE' && !has('email')) {
    return [{ column: null, message: 'Map a column to the email. A customer can’t be created without one.' }];
  }
  const ids = columns.filter(({ target }) => target.to === 'customerId');
  if (operation !== 'CREATE') return [];
  return ids.map(({ header }) => ({
    column: header,
    message: 'New customers don’t have an ID yet. Don’t import this column, or choose another operation.',
  }));
}

function doubleProblems(columns: readonly ImportColumn[]): SetupProblem[] {
  const first = new Map<string, string>();
  return columns.flatMap(({ header, target }) => {
    if (target.to === 'nothing') return [];
    const key = targetKey(target);
    const other = first.get(key);
    if (other === undefined) first.set(key, header);
    return other === undefined
      ? []
      : [{ column: header, message: `"${other}" goes to the same place. Keep only one of the two.` }];
  });
}

function fieldProblems({ columns, fields }: ImportSetup): SetupProblem[] {
  return columns.flatMap(({ header, target }) => {
    if (target.to !== 'detail') return [];
    const field = fields.find(({ name }) => name === target.field);
    if (!field) {
      return [
        {
          column: header,
          message: `Your site has no detail field "${target.field}". Create it, or map the column elsewhere.`,
        },
      ];
    }
    if (field.type === 'DATE' && target.dateOrder === undefined) {
      return [{ column: header, message: 'Choose how dates are written in this column.' }];
    }
    return [];
  });
}

/** Everything that keeps an import from being checked, in the order in which a person would put it right. */
export function checkSetup(setup: ImportSetup): SetupProblem[] {
  return [...identityProblems(setup), ...doubleProblems(setup.columns), ...fieldProblems(setup)];
}
