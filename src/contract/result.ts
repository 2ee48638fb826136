import * as v from 'valibot';

/** What can go wrong in a resolver, as the page tells it apart. The message is for people, the code for code. */
export const errorCodes = [
  /** No resolver has that name, or the payload does not have the shape that it asks for. */
  'INVALID',
  /** The user lacks the permission the resolver asks for. */
  'FORBIDDEN',
  /** The site's own API does not let the user do it, for a reason of its own; the message carries its words. */
  'SITE_FORBIDDEN',
  /** What is named is not there (any more). */
  'NOT_FOUND',
  /** It is there, but in a state in which this cannot be done. */
  'CONFLICT',
  /** What the app has stored of it cannot be read by this version of the app. */
  'UNREADABLE',
  /** The site's own API refused; the message carries its words. */
  'SITE_REFUSED',
  /** The site's API is down or slow: the same call may succeed later. */
  'SITE_UNAVAILABLE',
  /** The site's API takes no more for now: the same call succeeds later; the advice says when. */
  'SITE_BUSY',
  /** A fault of the app. */
  'INTERNAL',
] as const;

export const resolverErrorSchema = v.object({
  code: v.picklist(errorCodes),
  message: v.string(),
  /** What the person can do about it, when there is something. */
  advice: v.optional(v.string()),
  /** For how long the site asks to be left alone, in milliseconds, where it says so. */
  retryAfterMs: v.optional(v.number()),
  /** With CONFLICT: what is there now instead of what the page showed, so that the person can choose. */
  present: v.optional(v.array(v.string())),
});

export type ErrorCode = (typeof errorCodes)[number];
export type ResolverError = v.InferOutput<typeof resolverErrorSchema>;

/** The one envelope in which every resolver answers. */
export const resultSchema = v.variant('ok', [
  v.object({ ok: v.literal(true), data: v.unknown() }),
  v.object({ ok: v.literal(false), error: resolverErrorSchema }),
]);

export type Result<T> = { ok: true; data: T } | { ok: false; error: ResolverError };

/** A part of an answer that can be missing without the rest of it: there, or why it is not. */
export const partSchema = <Schema extends v.GenericSchema>(schema: Schema) =>
  v.variant('ok', [
    v.object({ ok: v.literal(true), data: schema }),
    v.object({ ok: v.literal(false), error: resolverErrorSchema }),
  ]);
