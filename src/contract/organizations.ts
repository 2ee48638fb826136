import * as v from 'valibot';
import { customerIdSchema, organizationNameSchema } from './customers';
import { detailValueSchema } from './details';
import { partSchema, resolverErrorSchema } from './result';

/** Organizations are numbered. CSM reference: positive integers that travel as strings. */
export const organizationIdSchema = v.pipe(v.string(), v.regex(/^\d{1,15}$/));

/** Most characters of the name of an organization (CSM reference, OrganizationCreateRequest). */
export const MAX_ORGANIZATION_NAME = 200;
/** Most names and ids that are found at once: each can be both, and one request of the CSM API takes 50. */
export const MAX_ORGANIZATIONS_FOUND = 25;
/** Most customers that one request puts into a new organization (CSM reference, AssociateCustomers). */
export const MAX_CUSTOMERS_ASSOCIATED = 25;

/** Customers that one call adds to an organization: as many profiles as one request of the CSM API fetches. */
export const MAX_CUSTOMERS_ADDED = 25;

/** What became of one customer who was to be added to an organization. */
export const additionSchema = v.variant('outcome', [
  v.object({ outcome: v.literal('added'), customerId: customerIdSchema }),
  /** Was in it before: nothing was sent. */
  v.object({ outcome: v.literal('already'), customerId: customerIdSchema }),
  v.object({ outcome: v.literal('failed'), customerId: customerIdSchema, error: resolverErrorSchema }),
]);
export type Addition = v.InferOutput<typeof additionSchema>;

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** What hangs on an organization. */
const totals = { customers: count, entitlements: count };
export type OrganizationTotals = v.InferOutput<v.ObjectSchema<typeof totals, undefined>>;

/** An organization in a list. The totals are null where the site does not tell them to the person who asks. */
export const organizationSummarySchema = v.object({
  ...organizationNameSchema.entries,
  totals: v.nullable(v.object(totals)),
});
export type OrganizationSummary = v.InferOutput<typeof organizationSummarySchema>;

/** An organization on a page of its own. One part can be there without the other: they ask for different rights. */
export const organizationViewSchema = v.object({
  id: v.string(),
  record: partSchema(v.object({ name: v.string(), details: v.array(detailValueSchema) })),
  profile: partSchema(v.object({ name: v.string(), ...totals })),
});
export type OrganizationView = v.InferOutput<typeof organizationViewSchema>;
