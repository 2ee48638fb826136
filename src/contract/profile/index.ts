import * as v from 'valibot';
import { customerIdSchema } from '../customers';
import { menuSchema, personViewSchema, restSchema } from './views';

/** Jira Cloud: a project key of letters, digits and underscores, a hyphen, a number. */
const issueKey = v.pipe(v.string(), v.regex(/^[A-Za-z][A-Za-z0-9_]{0,254}-\d{1,18}$/));
/** A statement that the back end made to itself (src/platform/seal.ts). */
const sealed = v.pipe(v.string(), v.minLength(1), v.maxLength(4_000));
const values = v.array(v.pipe(v.string(), v.maxLength(255)));

/**
 * The resolvers of the profile on an issue, for anybody who may see the issue: the issue is read as that person before
 * anything else is. A table of its own, so that the page carries nothing of the console's.
 */
export const profileResolvers = {
  /** The reporter; null where the issue names none. NOT_FOUND for an issue that the person may not see. */
  'profile.open': {
    request: v.object({ issueKey }),
    response: v.object({ issueKey: v.string(), reporter: v.nullable(personViewSchema) }),
  },
  /** Somebody else of the issue, by what `profile.menu` gave for them. CONFLICT once that is too old. */
  'profile.person': { request: v.object({ pass: sealed }), response: personViewSchema },
  /** What follows the first content, by the proof that came with it. CONFLICT once that is too old. */
  'profile.rest': { request: v.object({ proof: sealed }), response: restSchema },
  'profile.menu': { request: v.object({ issueKey }), response: menuSchema },
  /**
   * Sets the values of one field of a person of the issue; no values clear it. `seen` is what the page showed: if the
   * field holds something else by now, nothing is written and the answer is CONFLICT with what it holds.
   */
  'profile.set': {
    request: v.object({ issueKey, customerId: customerIdSchema, field: v.string(), values, seen: v.array(v.string()) }),
    response: v.object({ values: v.array(v.string()) }),
  },
} as const;
