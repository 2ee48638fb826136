import * as v from 'valibot';

/** A person as records keep them. */
export const personSchema = v.object({
  accountId: v.string(),
  name: v.string(),
  /** When the name was read, in milliseconds since 1970, where that was after the record had been written first. */
  nameAt: v.optional(v.number()),
});

export type Person = v.InferOutput<typeof personSchema>;
