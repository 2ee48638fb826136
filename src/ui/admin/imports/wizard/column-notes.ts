import type { ImportSetup } from '../../../../contract/file-frame';
import { kindOf } from '../../../../domain/kinds';
import { relatedNotes } from './related-words';

/** What a person may not expect of where the columns go, one sentence or two each. */
export function columnNotes({ kind, operation, columns, fields }: ImportSetup): string[] {
  const goesTo = (to: string): boolean => columns.some(({ target }) => target.to === to);
  const hasNames = kindOf(kind)
    .places(fields)
    .some(({ target }) => target.to === 'displayName');
  const notes: string[] = [];
  if (hasNames && operation !== 'UPDATE' && goesTo('email') && !goesTo('displayName'))
    notes.push('No column goes to the display name: customers who are created are called by their email address.');
  if (goesTo('email') && goesTo('customerId'))
    notes.push(
      'Where a row has both, the customer ID decides which customer it is about, not the email address. Rows where the two are of different customers are problems.',
    );
  return [...notes, ...relatedNotes(columns)];
}
