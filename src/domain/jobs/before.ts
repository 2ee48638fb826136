import * as v from 'valibot';
import type { Joined, Shown, Written } from '../kinds/written';

/**
 * What the site showed of the entity of a row right before the row was sent: no more than the row writes, in its order. Null
 * where there was none; `unknown` where the row was not sent, or nobody knows what was there.
 */
export const beforeSchema = v.nullable(
  v.union([
    v.literal('unknown'),
    v.object({
      id: v.string(),
      /** Only where the row gives a name. */
      name: v.optional(v.string()),
      /** The values of each field that the row changes. */
      values: v.array(v.array(v.string())),
      /** Indexes of what the row joins to it and was joined already. */
      joined: v.optional(v.array(v.number()), []),
      /** What it held in each field, where the row takes it away with all that it holds. */
      held: v.optional(v.array(v.tuple([v.string(), v.array(v.string())]))),
    }),
  ]),
);

/** What was there before each row of a batch. */
export const beforeRecordSchema = v.array(beforeSchema);

export type Before = v.InferOutput<typeof beforeSchema>;

/** Keeps of an entity what a row is about to change. */
export function beforeOf({ name, changes, joins }: Written, shown: Shown | 'unknown' | null): Before {
  if (shown === null || shown === 'unknown') return shown;
  const wasJoined = (join: Joined): boolean => shown.joined.has(join);
  return {
    id: shown.id,
    ...(name !== undefined && { name: shown.name }),
    values: changes.map(({ field }) => [...(shown.values.get(field) ?? [])]),
    joined: joins.flatMap((join, at) => (wasJoined(join) ? [at] : [])),
  };
}
