import * as v from 'valibot';

/** A site has at most 50 fields an entity (CSM reference); what was deleted or renamed since may still have its rule. */
export const MAX_RULES = 100;

const fieldName = v.pipe(v.string(), v.minLength(1), v.maxLength(255));

/** What the profile on an issue does with one field. */
export const fieldRuleSchema = v.object({
  name: fieldName,
  isShown: v.boolean(),
  /** Not to be edited on an issue, whatever the site would let the person do. Only customers are edited there. */
  isReadOnly: v.boolean(),
});
export type FieldRule = v.InferOutput<typeof fieldRuleSchema>;

/** The rules of an entity's fields, in the order in which they are shown. A field without one follows, shown and editable. */
const fieldRulesSchema = v.pipe(v.array(fieldRuleSchema), v.maxLength(MAX_RULES));

/** What administrators decide about the profile on an issue. */
export const profileSettingsSchema = v.object({
  customer: fieldRulesSchema,
  organization: fieldRulesSchema,
  entitlement: fieldRulesSchema,
  /** The date field that says when an entitlement ends; null while none is named. */
  entitlementEnd: v.nullable(fieldName),
});
export type ProfileSettings = v.InferOutput<typeof profileSettingsSchema>;

/** The settings as they are stored: what two administrators see is told apart by the revision. */
export const storedProfileSettingsSchema = v.object({
  settings: profileSettingsSchema,
  /** Counts the changes; 0 while nobody has changed anything. */
  revision: v.pipe(v.number(), v.integer(), v.minValue(0)),
  /** Null while nobody has changed anything. */
  changed: v.nullable(v.object({ by: v.string(), at: v.number() })),
});
export type StoredProfileSettings = v.InferOutput<typeof storedProfileSettingsSchema>;
