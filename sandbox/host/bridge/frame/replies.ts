import * as v from 'valibot';

export const locationSchema = v.object({
  pathname: v.string(),
  search: v.string(),
  hash: v.string(),
  state: v.unknown(),
  key: v.string(),
});

const historySchema = v.object({ location: locationSchema, length: v.number() });

export const parseHistory = (value: unknown): v.InferOutput<typeof historySchema> => v.parse(historySchema, value);
