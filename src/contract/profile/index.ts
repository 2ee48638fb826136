import * as v from 'valibot';
import { customerIdSchema } from '../customers';
import { valueChangeSchema } from '../details';
import { menuSchema, personViewSchema, restSchema } from './views';

/** Jira Cloud: a project key of letters, digits and underscores, a hyphen, a number. */
const issueKey = v.pipe(v.string(), v.regex(/^[A-Za-z][A-Za-z0-9_]{0,254}-\d{1,18}$/));
/** A statement that the back end made to itself (src/platform/seal.ts). */
const sealed = v.pipe(v.string(), v.minLength(1), v.maxLength(4_000));

/**
 * The resolvers of the profile on an issue, for anybody who may see the issue: the issue is read as that person before
 * anything else is. NOT_FOUND says that the issue is hidden from them or gone, and nothing else. A table of its own, so
 * that the page carries nothing of the console's.
 */
export const profileResolvers = {
  /** The reporter; null where the issue names none. */
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
   * Sets the values of one field of a person of the issue. CONFLICT, and nothing is written, where that is not as it was
   * seen: with what the field holds, or without where the field or the customer is not there any more, or is another.
   */
  'profile.set': {
    request: v.object({ issueKey, customerId: customerIdSchema, ...valueChangeSchema.entries }),
    response: v.object({ values: v.array(v.string()) }),
  },
} as const;
