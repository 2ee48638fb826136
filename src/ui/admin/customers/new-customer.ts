import { MAX_ASSOCIATED, MAX_DISPLAY_NAME, type OrganizationName } from '../../../contract/customers';
import type { Product } from '../../../contract/entitlements';
import type { FieldDefinition } from '../../../contract/fields';
import type { RequestOf } from '../../../contract/resolvers';
import { EMAIL_RULE, isEmail } from '../../../domain/fields/formats';
import { readRecipients } from '../../../domain/recipients/read';
import { type NewValues, newValueDetails, newValueProblems } from '../../shared/details/new-values';

/** What is written in the form of a new customer. */
export interface NewCustomer {
  email: string;
  displayName: string;
  values: NewValues;
  organizations: readonly OrganizationName[];
  products: readonly Product[];
}

export const blankCustomer: NewCustomer = { email: '', displayName: '', values: {}, organizations: [], products: [] };

/** A draft whose email was copied from a mail program, such as `Ada Byron <ada@…>`, with both in their fields. */
export function withAccountRead<Draft extends Pick<NewCustomer, 'email' | 'displayName'>>(draft: Draft): Draft {
  const [only, ...more] = readRecipients(draft.email).people;
  if (only?.by !== 'email' || more.length > 0) return draft;
  const displayName = draft.displayName.trim() === '' ? (only.name ?? '') : draft.displayName;
  return { ...draft, email: only.email, displayName };
}

export const nameProblem = (name: string): string | null =>
  name.trim().length > MAX_DISPLAY_NAME ? `A name can have up to ${MAX_DISPLAY_NAME} characters. Shorten it.` : null;

/** What is wrong with the form, by field. */
export function problemsOf(draft: NewCustomer, fields: readonly FieldDefinition[]): Record<string, string> {
  const found: [string, string | null][] = [
    ['email', emailProblem(withAccountRead(draft).email.trim())],
    ['displayName', nameProblem(draft.displayName)],
    ...Object.entries(newValueProblems(fields, draft.values)),
    ['organizations', tooMany(draft.organizations.length, 'organizations')],
    ['products', tooMany(draft.products.length, 'products')],
  ];
  return Object.fromEntries(found.flatMap(([key, problem]) => (problem === null ? [] : [[key, problem]])));
}

function emailProblem(email: string): string | null {
  if (email === '') return 'Enter the customer’s email address.';
  if (isEmail(email)) return null;
  return readRecipients(email).people.length > 1
    ? 'Enter one email address. To create several customers, import them from a file.'
    : EMAIL_RULE;
}

const tooMany = (count: number, what: string): string | null =>
  count > MAX_ASSOCIATED ? `You can add up to ${MAX_ASSOCIATED} ${what} at once. Add the others later.` : null;

/** What a form without problems asks for. */
export function requestOf(draft: NewCustomer, fields: readonly FieldDefinition[]): RequestOf<'customers.create'> {
  return {
    ...accountOf(draft),
    details: newValueDetails(fields, draft.values),
    organizationIds: draft.organizations.map(({ id }) => id),
    productIds: draft.products.map(({ id }) => id),
  };
}

export function accountOf(draft: NewCustomer): RequestOf<'customers.createAccount'> {
  const { email, displayName } = withAccountRead(draft);
  return { email: email.trim(), displayName: displayName.trim() === '' ? null : displayName.trim() };
}
