import { type CustomerSummary, MAX_ASSOCIATED } from '../../../contract/customers';
import type { Product } from '../../../contract/entitlements';
import type { FieldDefinition } from '../../../contract/fields';
import { MAX_CUSTOMERS_ASSOCIATED } from '../../../contract/organizations';
import type { RequestOf } from '../../../contract/resolvers';
import { organizationNameProblem } from '../../../domain/organizations/name';
import { type NewValues, newValueDetails, newValueProblems } from '../../shared/details/new-values';

/** What is written in the form of a new organization. */
export interface NewOrganization {
  name: string;
  values: NewValues;
  customers: readonly CustomerSummary[];
  products: readonly Product[];
}

export const blankOrganization: NewOrganization = { name: '', values: {}, customers: [], products: [] };

/** What is wrong with the form, by field; detail fields stand under their `detailKey`. */
export function problemsOf(draft: NewOrganization, fields: readonly FieldDefinition[]): Record<string, string> {
  const name = organizationNameProblem(draft.name);
  const customers = tooMany(draft.customers.length, MAX_CUSTOMERS_ASSOCIATED, 'customers');
  const products = tooMany(draft.products.length, MAX_ASSOCIATED, 'products');
  return {
    ...(name !== null && { name }),
    ...newValueProblems(fields, draft.values),
    ...(customers !== null && { customers }),
    ...(products !== null && { products }),
  };
}

const tooMany = (count: number, most: number, what: string): string | null =>
  count > most ? `You can add up to ${most} ${what} at once. Add the others later.` : null;

/** What a form without problems asks for. */
export function requestOf(
  draft: NewOrganization,
  fields: readonly FieldDefinition[],
): RequestOf<'organizations.create'> {
  return {
    name: draft.name.trim(),
    details: newValueDetails(fields, draft.values),
    customerIds: draft.customers.map(({ id }) => id),
    productIds: draft.products.map(({ id }) => id),
  };
}
