import * as v from 'valibot';
import {
  MAX_ASSOCIATED,
  MAX_DISPLAY_NAME,
  MAX_RECOGNIZED,
  candidateSchema,
  customerIdSchema,
  customerQuerySchema,
  customerViewSchema,
  foundCustomersSchema,
  namedPersonSchema,
  organizationNameSchema,
} from '../customers';

const id = v.object({ id: customerIdSchema });
const organizationId = v.pipe(v.string(), v.regex(/^\d{1,15}$/));
const displayName = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(MAX_DISPLAY_NAME));
const account = {
  email: v.pipe(v.string(), v.trim(), v.minLength(3), v.maxLength(255)),
  /** Null: the site takes the e-mail address for it. */
  displayName: v.nullable(displayName),
};

/** Customers: found, looked at, created, changed, deleted. Their detail values and entitlements have groups of their own. */
export const customerResolvers = {
  /** 25 a page, from page 0. Asking for ids has one page. */
  'customers.find': {
    request: v.object({ query: customerQuerySchema, page: v.pipe(v.number(), v.integer(), v.minValue(0)) }),
    response: foundCustomersSchema,
  },
  /**
   * The customers whom each person of a list can mean, in the order of the list: those with the address, the name or the
   * id, up to 10 each; of a name that is nobody's in full, those whose name begins alike. A new account can take minutes
   * to appear.
   */
  'customers.recognize': {
    request: v.object({
      wanted: v.pipe(v.array(namedPersonSchema), v.minLength(1), v.maxLength(MAX_RECOGNIZED)),
      organizationId: v.nullable(organizationId),
    }),
    response: v.object({ candidates: v.array(v.array(candidateSchema)) }),
  },
  'customers.get': { request: id, response: customerViewSchema },
  /** An account and nothing else. */
  'customers.createAccount': { request: v.object(account), response: id },
  /** A value that the site refuses leaves no account behind. `notJoined`: organizations and products that it passed over. */
  'customers.create': {
    request: v.object({
      ...account,
      details: v.array(v.object({ name: v.string(), values: v.array(v.pipe(v.string(), v.maxLength(255))) })),
      organizationIds: v.pipe(v.array(organizationId), v.maxLength(MAX_ASSOCIATED)),
      productIds: v.pipe(v.array(v.string()), v.maxLength(MAX_ASSOCIATED)),
    }),
    response: v.object({ ...id.entries, notJoined: v.array(v.string()) }),
  },
  /** `seen` is the name that the page showed: CONFLICT if it is another by now. */
  'customers.rename': {
    request: v.object({ ...id.entries, displayName, seen: v.string() }),
    response: v.object({ displayName: v.string() }),
  },
  'customers.delete': { request: id, response: v.object({}) },
  /** Puts a customer into one more organization. Answers with all that it is in then. */
  'customers.join': {
    request: v.object({ ...id.entries, organizationId }),
    response: v.object({ organizations: v.array(organizationNameSchema) }),
  },
  /** Takes a customer out of one organization. Answers with those that it is still in. */
  'customers.leave': {
    request: v.object({ ...id.entries, organizationId }),
    response: v.object({ organizations: v.array(organizationNameSchema) }),
  },
  /** The organizations to choose from, 100 a page. `cursor` null starts; a null `next` ends. */
  'customers.organizations': {
    request: v.object({ cursor: v.nullable(v.pipe(v.string(), v.regex(/^\d{1,9}$/))) }),
    response: v.object({ organizations: v.array(organizationNameSchema), next: v.nullable(v.string()) }),
  },
} as const;
