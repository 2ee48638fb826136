import type { Candidate, NamedPerson } from '../../../../contract/customers';
import type { Addition } from '../../../../contract/organizations';
import type { Recipient } from '../../../../domain/recipients/read';
import { countOf } from '../../../shared/format';

/** People of one list that are added on the page: more take minutes, which an import has and a page does not. */
export const MAX_PASTED = 300;

/** Somebody of a pasted list, and what is known of them by now. */
export interface PastedPerson {
  /** The place in the list. */
  key: number;
  recipient: Recipient;
  /** Whom they can be; null until the site was asked. */
  candidates: readonly Candidate[] | null;
  /** Of several, the one that was chosen. */
  chosenId: string | null;
}

/** What became of customers, by their ids, once they were sent. */
export type Sent = ReadonlyMap<string, Addition | 'adding'>;

export type Standing =
  'looking' | 'unreadable' | 'nobody' | 'several' | 'repeated' | 'member' | 'found' | 'adding' | 'added' | 'failed';

/** Who is to be added, and how it stands with that. */
export interface Line extends PastedPerson {
  /** Null where it is not known who is meant. */
  customer: Candidate | null;
  standing: Standing;
  /** Why the site did not take them. */
  error: Extract<Addition, { outcome: 'failed' }>['error'] | null;
}

/** How it stands with each; `members` are ids of customers who are there already. */
export function linesOf(people: readonly PastedPerson[], members: readonly string[], sent: Sent): Line[] {
  const seen = new Set<string>();
  return people.map((person) => {
    const customer = meantBy(person);
    const outcome = customer === null ? undefined : sent.get(customer.id);
    const isRepeated = customer !== null && seen.has(customer.id);
    if (customer !== null) seen.add(customer.id);
    return {
      ...person,
      customer,
      standing: isRepeated ? 'repeated' : standingOf(person, customer, outcome, members),
      error: typeof outcome === 'object' && outcome.outcome === 'failed' ? outcome.error : null,
    };
  });
}

function meantBy({ candidates, chosenId, recipient }: PastedPerson): Candidate | null {
  const [only, ...more] = candidates ?? [];
  // Whose name only begins alike is nobody's choice but the person's.
  if (only !== undefined && more.length === 0 && isNamed(only, recipient)) return only;
  return candidates?.find(({ id }) => id === chosenId) ?? null;
}

const isNamed = ({ name }: Candidate, recipient: Recipient): boolean =>
  recipient.by !== 'name' || name.toLowerCase() === recipient.name.toLowerCase();

function standingOf(
  { recipient, candidates }: PastedPerson,
  customer: Candidate | null,
  outcome: Addition | 'adding' | undefined,
  members: readonly string[],
): Standing {
  if (recipient.by === 'nothing') return 'unreadable';
  if (candidates === null) return 'looking';
  if (candidates.length === 0) return 'nobody';
  if (customer === null) return 'several';
  if (outcome === 'adding') return 'adding';
  if (outcome !== undefined) return outcome.outcome === 'already' ? 'member' : outcome.outcome;
  return customer.isMember || members.includes(customer.id) ? 'member' : 'found';
}

/** How the site is asked for somebody; null for what it cannot be asked for. */
export function wantedOf(recipient: Recipient): NamedPerson | null {
  switch (recipient.by) {
    case 'email':
      return { by: 'email', text: recipient.email };
    case 'name':
      return { by: 'name', text: recipient.name.slice(0, 255) };
    case 'id':
      return { by: 'id', text: recipient.id.slice(0, 255) };
    case 'nothing':
      return null;
  }
}

/** Those who can be sent: found or chosen, and not taken yet. */
export const readyOf = (lines: readonly Line[]): Candidate[] =>
  lines.flatMap(({ customer, standing }) =>
    customer !== null && (standing === 'found' || standing === 'failed') ? [customer] : [],
  );

const told: readonly (readonly [Standing, string])[] = [
  ['looking', 'still being found'],
  ['found', 'found'],
  ['several', 'to choose'],
  ['nobody', 'not found'],
  ['unreadable', 'not readable'],
  ['adding', 'being added'],
  ['added', 'added'],
  ['member', 'already in it'],
  ['failed', 'failed'],
];

/** How it stands with all of them: "12 people: 10 found, 2 not found." `again` is how many were named more than once. */
export function summaryWords(lines: readonly Line[], again: number): string {
  const counts = told.flatMap(([standing, words]) => {
    const count = lines.filter((line) => line.standing === standing).length;
    return count === 0 ? [] : [`${count} ${words}`];
  });
  const repeated = again + lines.filter(({ standing }) => standing === 'repeated').length;
  const sum = `${countOf(lines.length, 'person', 'people')}: ${counts.join(', ')}.`;
  return repeated === 0 ? sum : `${sum} ${repeated} named more than once.`;
}
