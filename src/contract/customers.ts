import * as v from 'valibot';
import { detailValueSchema } from './details';
import { partSchema } from './result';

export const customerIdSchema = v.pipe(v.string(), v.minLength(1), v.maxLength(255));

/** Most characters of a display name. The reference gives none; 255 is what the site's own forms take. */
export const MAX_DISPLAY_NAME = 255;
/** Most characters of what is looked for: no id, address, name or value of a customer is longer. */
export const MAX_FOUND_TEXT = 255;
/** Most ids that are found at once: one request of the CSM API fetches as many profiles. */
export const MAX_IDS_FOUND = 25;
/** Most values a search asks for at once; the API states no limit of its own. */
export const MAX_CONDITIONS = 10;
/** Most organizations, and most products, that one request associates with a customer (CSM reference). */
export const MAX_ASSOCIATED = 5;

export const organizationNameSchema = v.object({ id: v.string(), name: v.string() });
export type OrganizationName = v.InferOutput<typeof organizationNameSchema>;

/** A customer in a list. */
export const customerSummarySchema = v.object({
  id: v.string(),
  name: v.string(),
  /** Null where the site does not show it to the person who asks. */
  email: v.nullable(v.string()),
});
export type CustomerSummary = v.InferOutput<typeof customerSummarySchema>;

const wanted = v.pipe(v.string(), v.minLength(1), v.maxLength(MAX_FOUND_TEXT));
const condition = v.object({ field: wanted, value: wanted });

/** Ways to find customers: nothing in the API lists them all. */
export const customerQuerySchema = v.variant('by', [
  v.object({
    by: v.literal('id'),
    ids: v.pipe(v.array(customerIdSchema), v.minLength(1), v.maxLength(MAX_IDS_FOUND)),
  }),
  /** The beginning of an e-mail address or of a word of the name, as Jira's user search finds it. */
  v.object({ by: v.literal('person'), text: wanted }),
  /** Those that hold all of the values. */
  v.object({
    by: v.literal('details'),
    conditions: v.pipe(v.array(condition), v.minLength(1), v.maxLength(MAX_CONDITIONS)),
  }),
  v.object({ by: v.literal('organization'), id: v.pipe(v.string(), v.regex(/^\d{1,15}$/)) }),
]);
export type CustomerQuery = v.InferOutput<typeof customerQuerySchema>;

/** One page of what was found. */
export const foundCustomersSchema = v.object({
  customers: v.array(customerSummarySchema),
  /** Of all pages; null where the site does not say. */
  total: v.nullable(v.number()),
  hasMore: v.boolean(),
  /** Ids that were asked for and that no customer has. */
  missing: v.array(v.string()),
  /** Accounts on this page that the search found and that are no customers. */
  others: v.number(),
});
export type FoundCustomers = v.InferOutput<typeof foundCustomersSchema>;

/** Most people of a list that one call recognises: as many as it has time to search for on a slow site. */
export const MAX_RECOGNIZED = 10;

/** How a list names somebody. */
export const namedPersonSchema = v.object({ by: v.picklist(['email', 'name', 'id']), text: wanted });
export type NamedPerson = v.InferOutput<typeof namedPersonSchema>;

/** A customer whom a list can mean. */
export const candidateSchema = v.object({
  ...customerSummarySchema.entries,
  /** Whether they are in the organization that was asked for. */
  isMember: v.boolean(),
});
export type Candidate = v.InferOutput<typeof candidateSchema>;

/** A customer on a page of its own. One part can be there without the other. */
export const customerViewSchema = v.object({
  id: v.string(),
  account: partSchema(v.object({ displayName: v.string(), email: v.nullable(v.string()) })),
  profile: partSchema(
    v.object({ details: v.array(detailValueSchema), organizations: v.array(organizationNameSchema) }),
  ),
});
export type CustomerView = v.InferOutput<typeof customerViewSchema>;
