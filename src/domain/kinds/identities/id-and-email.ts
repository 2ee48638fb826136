import type { ImportPlan } from '../../../contract/imports';
import { isEmail } from '../../fields/formats';
import { fold } from '../../fold';
import { isCustomerId } from '../cells/readers';
import { columnTexts, replacer } from '../columns';
import type { ImportKind } from '../kind';
import { type RowProblem, ofWholeRow } from '../problem';

/** A row that names its customer twice: the site goes by the ID. */
export interface IdAndEmail {
  id: string;
  email: string;
}

/** Reads both where a row gives both, as they are imported; null where columns go to one of them at the most. */
export function idAndEmailReader(
  kind: ImportKind,
  { columns, fields, options }: Pick<ImportPlan, 'columns' | 'fields' | 'options'>,
): ((cells: readonly string[]) => IdAndEmail | null) | null {
  const texts = columnTexts(kind.places(fields), { columns, options });
  const reader = (to: string, isRight: (text: string) => boolean) => {
    const column = texts.find(({ target }) => target.to === to);
    if (column === undefined) return null;
    const replace = replacer(column.target.values ?? [], null);
    return (cells: readonly string[]): string => {
      const text = column.text(cells);
      // As its column is checked: what is right stays, and what is put for a cell can leave it out.
      return [text, replace(text)].map((one) => one.trim()).find(isRight) ?? '';
    };
  };
  const [idIn, emailIn] = [reader('customerId', isCustomerId), reader('email', isEmail)];
  if (idIn === null || emailIn === null) return null;
  return (cells) => {
    const [id, email] = [idIn(cells), emailIn(cells)];
    return id === '' || email === '' ? null : { id, email };
  };
}

/** Why a row means two customers, by what the site shows of the one with its ID; null where it means one. */
export const otherCustomer = (
  { email }: Pick<IdAndEmail, 'email'>,
  shown: { email?: string | undefined },
): string | null =>
  shown.email === undefined || fold(shown.email) === fold(email)
    ? null
    : `The customer with this ID has the email address ${shown.email}. Correct one of the two.`;

/** The same as a problem of its row. */
export const problemOfOther = (message: string): RowProblem =>
  ofWholeRow(message, 'The ID and the email address are of different customers. Correct one of the two.');
