import * as v from 'valibot';

/** What a row names, found on the site before it is sent: the ids in the order of its references, or why it cannot be sent. */
export const lookedUpRowSchema = v.union([
  v.object({
    ids: v.array(v.string()),
    /** What is about to be taken away, as cells of a file that an import takes back. */
    saved: v.optional(v.record(v.string(), v.string())),
  }),
  v.object({ problem: v.string() }),
]);

/** The rows of one look-up. */
export const lookUpRecordSchema = v.array(lookedUpRowSchema);

export type LookedUpRow = v.InferOutput<typeof lookedUpRowSchema>;
