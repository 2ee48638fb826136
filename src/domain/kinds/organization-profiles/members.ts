import { checkEmail } from '../../fields/formats';
import { isCustomerId } from '../cells/readers';
import type { ReadPlace } from '../place';

/** Customers that one request may put into an organization. CSM reference, AssociateCustomers. */
const MAX_MEMBERS = 25;

/** The customers that a row puts into its organization, as its cells name them. */
export interface Members {
  memberIds?: string[];
  memberEmails?: string[];
}

/** What is wrong with one of several values, and what is likely meant by it. */
type ProblemOf = (piece: string) => { message: string; meant?: string } | null;

/** Several values of one cell, each once; or why one of them is none. */
function piecesOf(raw: string, separator: string, problemOf: ProblemOf) {
  const pieces = new Set<string>();
  for (const part of raw.split(separator)) {
    const piece = part.trim();
    if (piece === '') continue;
    const problem = problemOf(piece);
    if (problem !== null) return { value: piece, ...problem };
    pieces.add(piece);
  }
  if (pieces.size <= MAX_MEMBERS) return [...pieces];
  return {
    value: raw,
    message: `More than ${MAX_MEMBERS} customers, the maximum for one row. Move some to another row.`,
  };
}

function membersPlace<Payload extends Members>(
  by: 'email' | 'id',
  place: Pick<ReadPlace<Payload>, 'label' | 'synonyms'>,
  problemOf: ProblemOf,
  take: (payload: Payload, pieces: string[]) => void,
): ReadPlace<Payload> {
  return {
    ...place,
    target: { to: by === 'email' ? 'memberEmail' : 'memberId' },
    group: 'Associated with',
    fills: 'members',
    hasSeveral: true,
    ...(by === 'id' && { idsOf: 'customer' as const }),
    ...(by === 'email' && { refers: true as const, template: { header: 'Customers', example: '' } }),
    reader:
      ({ plan }) =>
      (raw, payload) => {
        const pieces = piecesOf(raw, plan.options.valueSeparator, problemOf);
        if (!Array.isArray(pieces)) return pieces;
        if (pieces.length > 0) take(payload, pieces);
        return null;
      },
  };
}

const notAnEmail: ProblemOf = (piece) => {
  const checked = checkEmail(piece);
  if (checked.ok) return null;
  const { message, meant } = checked;
  return { message, ...(meant !== undefined && { meant }) };
};

/** The places for the customers that become members of the organization of a row. */
export const memberPlaces = <Payload extends Members>(): readonly ReadPlace<Payload>[] => [
  membersPlace(
    'email',
    { label: 'Customers, by email', synonyms: ['customers', 'members', 'contacts', 'memberemails', 'customeremails'] },
    notAnEmail,
    (payload, pieces) => {
      payload.memberEmails = pieces;
    },
  ),
  membersPlace(
    'id',
    { label: 'Customers, by ID', synonyms: [] },
    (piece) =>
      isCustomerId(piece) ? null : { message: 'Not a customer ID. It has no spaces and up to 255 characters.' },
    (payload, pieces) => {
      payload.memberIds = pieces;
    },
  ),
];
