import * as v from 'valibot';

/** Characters of an issue's summary (Jira, issue fields). */
export const MAX_SUMMARY_CHARS = 255;
/** Characters of a description or a comment (Jira, text fields: 32,767). */
export const MAX_TEXT_CHARS = 32_767;
/** Entries of the metadata. The contract has no limit: this keeps a request to what a person fills in. */
export const MAX_METADATA_ENTRIES = 50;

const filled = (most: number) => v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(most));

/** A request as it comes from a form outside the site. CSM reference, ExternalFormIntakeRequest. */
export const newRequestSchema = v.object({
  helpCenterId: filled(255),
  /** Where the request comes from, in words for agents. */
  origin: filled(255),
  summary: filled(MAX_SUMMARY_CHARS),
  description: v.optional(filled(MAX_TEXT_CHARS)),
  /** The customer on whose behalf it is sent; without it, the person who sends it. */
  reporterEmail: v.optional(v.pipe(v.string(), v.trim(), v.email(), v.maxLength(255))),
  /** As entries, because a key can be one that objects have a meaning for, such as `__proto__`. */
  metadata: v.pipe(
    v.array(v.object({ key: filled(255), value: v.union([v.string(), v.pipe(v.number(), v.finite()), v.boolean()]) })),
    v.maxLength(MAX_METADATA_ENTRIES),
    v.check((entries) => new Set(entries.map(({ key }) => key)).size === entries.length, 'Each key once.'),
  ),
});
export type NewRequest = v.InferInput<typeof newRequestSchema>;

export const sentRequestSchema = v.object({
  id: v.string(),
  key: v.string(),
  helpCenterId: v.string(),
  /** Where the site shows it; null when it named no address of the web. */
  link: v.nullable(v.string()),
});
export type SentRequest = v.InferOutput<typeof sentRequestSchema>;

/** How many of the requests that were sent through the console are listed. */
export const MAX_LISTED_REQUESTS = 10;

/** A request that was sent through the console lately. */
export const listedRequestSchema = v.object({
  key: v.string(),
  /** As the site has it; null where the issue is not visible to the person who looks, or no longer exists. */
  summary: v.nullable(v.string()),
  helpCenterId: v.string(),
  /** The name of who sent it; null where the site doesn't know the account any more. */
  by: v.nullable(v.string()),
  /** Milliseconds since 1970. */
  at: v.number(),
});
export type ListedRequest = v.InferOutput<typeof listedRequestSchema>;

/** A comment in plain text on a request, by its id or key. */
export const newCommentSchema = v.object({
  helpCenterId: filled(255),
  request: filled(255),
  text: filled(MAX_TEXT_CHARS),
  /** Whether the customer sees it too. */
  public: v.boolean(),
});
