import * as v from 'valibot';

/** A value of an enumeration that the contract did not know when it was read. */
export type UnknownValue = string & Record<never, never>;

/**
 * An enumeration in a response: a value that a later server adds must not make the whole response unreadable.
 * Who reads it handles the known values and has a default for the rest.
 */
/* @__NO_SIDE_EFFECTS__ */
export function oneOf<Known extends string>() {
  return v.custom<Known | UnknownValue>((value) => typeof value === 'string', 'Expected a string');
}

/** A property that a response may leave out; null, which servers send for the same, counts as left out. */
/* @__NO_SIDE_EFFECTS__ */
export function maybe<Schema extends v.GenericSchema>(schema: Schema) {
  return v.optional(
    v.pipe(
      v.nullable(schema),
      v.transform((value) => value ?? undefined),
    ),
  );
}
