import { readRecipients } from '../../../domain/recipients/read';
import { formatCount } from '../../shared/format';
import { tooLong } from '../customers/find-draft';
import { MAX_PASTED } from './pasted/pasted-list';

/** Characters of a text that is read for people at all: 300 of them have far fewer. */
const MAX_CHARS = 200_000;

/** What is wrong with a text that names the customers to add; null where nothing is. */
export function wantedProblem(text: string): string | null {
  if (text.trim() === '') return 'Enter an email address, a name or a customer ID.';
  const count = text.length > MAX_CHARS ? null : readRecipients(text).people.length;
  if (count === 1) return tooLong(text);
  if (count === 0) return 'Enter an email address, a name or a customer ID.';
  if (count !== null && count <= MAX_PASTED) return null;
  const has = count === null ? 'This list is longer' : `This list has ${formatCount(count)}`;
  return `You can add up to ${MAX_PASTED} people at once. ${has}. Import them from a file instead.`;
}
