import * as v from 'valibot';
import { detailEntities } from '../details';
import { detailFieldTypes, fieldViewSchema } from '../fields';

const entity = v.picklist(detailEntities);
const name = v.pipe(v.string(), v.minLength(1), v.maxLength(255));
const options = v.array(v.pipe(v.string(), v.maxLength(255)));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** A field as the page showed it. */
const seen = v.object({ name, type: v.string(), options });

/** Values that `fields.holders` counts in one call: each is a search of the site. */
export const MAX_VALUES_COUNTED = 25;

/** The definitions of detail fields. The API knows a field by its name alone. */
export const fieldResolvers = {
  /** The fields of one entity, in the order in which the site shows them. */
  'fields.list': { request: v.object({ entity }), response: v.object({ fields: v.array(fieldViewSchema) }) },
  /** How many of its slots each entity uses (MAX_FIELDS in src/domain/fields/limits.ts). */
  'fields.slots': {
    request: v.object({}),
    response: v.object({ slots: v.array(v.object({ entity, used: count })) }),
  },
  'fields.create': {
    request: v.object({ entity, name, type: v.picklist(detailFieldTypes), options }),
    response: fieldViewSchema,
  },
  /**
   * Renames a field and replaces its options; the values stay. Where the field is not as it was seen nothing is
   * written: CONFLICT, with the options as `present` where those are what has changed, or NOT_FOUND where none has that
   * name.
   */
  'fields.edit': { request: v.object({ entity, seen, name, options }), response: fieldViewSchema },
  /** Deletes a field with all its values. CONFLICT where it is not as it was seen. */
  'fields.delete': { request: v.object({ entity, seen }), response: v.object({}) },
  /** How many customers hold each value; null where the site does not say. Nothing counts organizations or entitlements. */
  'fields.holders': {
    request: v.object({ field: name, values: v.pipe(options, v.maxLength(MAX_VALUES_COUNTED)) }),
    response: v.object({ counts: v.array(v.object({ value: v.string(), customers: v.nullable(count) })) }),
  },
} as const;
