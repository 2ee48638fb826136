import * as v from 'valibot';
import { MAX_ASSOCIATED, customerIdSchema, organizationNameSchema } from '../customers';
import {
  MAX_CUSTOMERS_ADDED,
  MAX_CUSTOMERS_ASSOCIATED,
  MAX_ORGANIZATIONS_FOUND,
  MAX_ORGANIZATION_NAME,
  additionSchema,
  organizationIdSchema,
  organizationSummarySchema,
  organizationViewSchema,
} from '../organizations';

const id = v.object({ id: organizationIdSchema });
const name = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(MAX_ORGANIZATION_NAME));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** Organizations: listed, found, looked at, created, changed, deleted. Who is in one, `customers.find` tells. */
export const organizationResolvers = {
  /** 25 a page, from page 0. The site does not say how many there are. */
  'organizations.list': {
    request: v.object({ page: count }),
    response: v.object({ organizations: v.array(organizationSummarySchema), hasMore: v.boolean() }),
  },
  /** Those that have one of the names, in any letter case, or one of the ids; `missing` is what none of them has. */
  'organizations.find': {
    request: v.object({ wanted: v.pipe(v.array(name), v.minLength(1), v.maxLength(MAX_ORGANIZATIONS_FOUND)) }),
    response: v.object({ organizations: v.array(organizationSummarySchema), missing: v.array(v.string()) }),
  },
  /**
   * Those whose name holds the words, in any letter case. The site cannot search: its list is read through, up to
   * 500 organizations a call. `looked` is how many were read; a `next` goes on from there.
   */
  'organizations.search': {
    request: v.object({ words: name, start: count }),
    response: v.object({ organizations: v.array(organizationNameSchema), looked: count, next: v.nullable(count) }),
  },
  'organizations.get': { request: id, response: organizationViewSchema },
  /** A value that the site refuses leaves no organization behind. `notJoined`: customers and products that it passed over. */
  'organizations.create': {
    request: v.object({
      name,
      details: v.array(v.object({ name: v.string(), values: v.array(v.pipe(v.string(), v.maxLength(255))) })),
      customerIds: v.pipe(v.array(customerIdSchema), v.maxLength(MAX_CUSTOMERS_ASSOCIATED)),
      productIds: v.pipe(v.array(v.string()), v.maxLength(MAX_ASSOCIATED)),
    }),
    response: v.object({ ...id.entries, notJoined: v.array(v.string()) }),
  },
  /** One outcome for each customer, in their order: what the site says against one costs no other. */
  'organizations.addCustomers': {
    request: v.object({
      ...id.entries,
      customerIds: v.pipe(v.array(customerIdSchema), v.minLength(1), v.maxLength(MAX_CUSTOMERS_ADDED)),
    }),
    response: v.object({ additions: v.array(additionSchema) }),
  },
  /** `seen` is the name that the page showed: CONFLICT, with `present`, if it is another by now. */
  'organizations.rename': {
    request: v.object({ ...id.entries, name, seen: v.string() }),
    response: v.object({ name }),
  },
  /** Deletes an organization with its entitlements; its customers stay. CONFLICT where it is not called `seen` any more. */
  'organizations.delete': { request: v.object({ ...id.entries, seen: v.string() }), response: v.object({}) },
} as const;
