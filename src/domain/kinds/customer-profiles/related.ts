import type { FieldDefinition } from '../../../contract/fields';
import type { ImportColumn, RelatedEntity } from '../../../contract/imports';
import { isError } from '../../import/clean/nothing';
import { FAILED_FORMULA, type NamedValues, detailReader } from '../cells/readers';
import { detailPlace } from '../detail-place';
import { headerKey } from '../header-key';
import type { SetupProblem } from '../kind';
import type { CellReader, ReadPlace, Reading } from '../place';
import { type RowProblem, ofWholeRow } from '../problem';
import { type Related, relatedTarget, relatedTo } from '../related';

/** What the cells of a row say of what the customer is related to. */
export type RelatedValues = Partial<Record<RelatedEntity, NamedValues[]>>;

/** How places of each entity are called, and the words that files put before or behind the name of such a field. */
const words: Record<RelatedEntity, { group: string; label: string; headers: readonly string[] }> = {
  organization: {
    group: 'Their organization',
    label: 'Organization',
    headers: ['Organization', 'Organisation', 'Company', 'Account', 'Org', 'Firma', 'Unternehmen', 'Entreprise'],
  },
  entitlement: {
    group: 'Their entitlement',
    label: 'Entitlement',
    headers: ['Entitlement', 'Product', 'Subscription', 'Contract', 'License', 'Licence', 'Produkt', 'Vertrag'],
  },
};

/** An empty cell says nothing of what many rows share. */
const leavingEmpty = ({ plan, ...reading }: Reading): Reading => ({
  ...reading,
  plan: { ...plan, options: { ...plan.options, emptyCells: 'leave' } },
});

/** A formula that failed is cleaned off, unless empty cells of customers clear: then it has come to here, and is no text. */
function withoutErrors<Payload>({ plan: { options } }: Reading, read: CellReader<Payload>): CellReader<Payload> {
  if (options.emptyCells !== 'clear') return read;
  return (raw, payload) => (isError(raw) ? { value: raw, message: FAILED_FORMULA } : read(raw, payload));
}

/** The place of a detail field of the customer's organization, or of their entitlement to the product of the row. */
export function relatedPlace<Payload extends { related?: RelatedValues }>(
  field: FieldDefinition,
  of: RelatedEntity,
): ReadPlace<Payload> {
  const { group, label, headers } = words[of];
  const { template: _, ...own } = detailPlace<Payload>(field, () => undefined);
  return {
    ...own,
    target: relatedTarget(of, field.name),
    label: `${label}: ${field.name}`,
    group,
    fills: `${of} detail ${field.name}`,
    synonyms: headers.flatMap((word) => [headerKey(`${word} ${field.name}`), headerKey(`${field.name} ${word}`)]),
    of,
    // The example names no organization, and its product has no values.
    template: { header: `${label}: ${field.name}`, example: '' },
    reader: (reading) =>
      withoutErrors(
        reading,
        detailReader(field, leavingEmpty(reading), (payload, value) => {
          ((payload.related ??= {})[of] ??= []).push(value);
        }),
      ),
  };
}

/** Columns of values without a column that says whose they are. */
export function relatedSetupProblems(columns: readonly ImportColumn[]): SetupProblem[] {
  const has = (to: string) => columns.some(({ target }) => target.to === to);
  return columns.flatMap(({ header, target }) => {
    const of = relatedTo(target);
    if (of === 'organization' && !has('organization'))
      return [{ column: header, message: 'Map a column to the organization whose value this is.' }];
    return of === 'entitlement' && !has('product')
      ? [{ column: header, message: 'Map a column to the product whose entitlement this is a value of.' }]
      : [];
  });
}

const NAMES_NONE: Record<RelatedEntity, string> = {
  organization: 'The row has values of an organization, but names no organization.',
  entitlement: 'The row has values of an entitlement, but names no product.',
};
const NAMES_SEVERAL: Record<RelatedEntity, string> = {
  organization: 'The row has values of an organization, but names several. Name the one whose values they are.',
  entitlement: 'The row has values of an entitlement, but names several products. Name the one whose values they are.',
};

/** Of a row without such values; one object for all of them, as most files have none. */
export const saysNothing: Related = { organization: null, entitlement: null };

/** What a row says of the one organization and the one product that it names; or why nobody can tell of which. */
export function relatedOf(
  { organization = [], entitlement = [] }: RelatedValues = {},
  organizationIds: readonly number[] = [],
  productIds: readonly string[] = [],
): Related | RowProblem {
  if (organization.length + entitlement.length === 0) return saysNothing;
  const problem = whoseProblem('organization', organization, organizationIds.length);
  if (problem !== null) return problem;
  const other = whoseProblem('entitlement', entitlement, productIds.length);
  if (other !== null) return other;
  const [organizationId] = organizationIds;
  const [productId] = productIds;
  return {
    organization:
      organization.length === 0 || organizationId === undefined
        ? null
        : { id: String(organizationId), values: organization },
    entitlement: entitlement.length === 0 || productId === undefined ? null : { productId, values: entitlement },
  };
}

function whoseProblem(of: RelatedEntity, values: readonly NamedValues[], named: number): RowProblem | null {
  if (values.length === 0 || named === 1) return null;
  return ofWholeRow(named === 0 ? NAMES_NONE[of] : NAMES_SEVERAL[of]);
}
