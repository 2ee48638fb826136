import * as v from 'valibot';
import { organizationNameSchema } from '../customers';
import { detailValueSchema } from '../details';
import { partSchema } from '../result';

/** Most organizations whose details are fetched: one request of the CSM API takes as many. */
export const MAX_ORGANIZATIONS = 25;
/** Most other open issues that are listed; a link leads to all of them. */
export const MAX_OTHER_ISSUES = 5;

/** Fields as the settings want them shown. */
const shownFieldsSchema = v.object({
  details: v.array(detailValueSchema),
  /** Fields that the settings name and the site did not send: closed to this person, or not there any more. */
  absent: v.array(v.string()),
});
export type ShownFields = v.InferOutput<typeof shownFieldsSchema>;

/** A person of an issue, as Jira shows them to whoever looks. */
export const personSchema = v.object({
  id: v.string(),
  name: v.string(),
  /** Null where the site does not show it to the person who looks. */
  email: v.nullable(v.string()),
  /** False for an account that was deleted or deactivated. */
  isActive: v.boolean(),
});
export type Person = v.InferOutput<typeof personSchema>;

/** What the site keeps about a customer, as far as it is there at first. */
export const customerContentSchema = v.object({
  name: v.string(),
  fields: shownFieldsSchema,
  /** Names of the fields that are not to be edited here. */
  readOnly: v.array(v.string()),
  /** Whether the settings name the field that says when an entitlement ends: only then is it known what has ended. */
  knowsEnds: v.boolean(),
  organizations: v.array(organizationNameSchema),
});
export type CustomerContent = v.InferOutput<typeof customerContentSchema>;

/** What is shown of a person first. */
export const personViewSchema = v.object({
  person: personSchema,
  /** Null where the person is no customer. */
  customer: partSchema(v.nullable(customerContentSchema)),
  /** Lets `profile.rest` go on without asking the site again who may see what. */
  proof: v.string(),
});
export type PersonView = v.InferOutput<typeof personViewSchema>;

export const profileOrganizationSchema = v.object({ ...organizationNameSchema.entries, fields: shownFieldsSchema });
export type ProfileOrganization = v.InferOutput<typeof profileOrganizationSchema>;

export const profileEntitlementSchema = v.object({
  id: v.string(),
  product: v.string(),
  /** The organization that it is inherited from; null for the customer's own. */
  organizationId: v.nullable(v.string()),
  fields: shownFieldsSchema,
  /** The last day, as YYYY-MM-DD, where the field that the settings name for it holds one. */
  endsOn: v.nullable(v.string()),
});
export type ProfileEntitlement = v.InferOutput<typeof profileEntitlementSchema>;

export const otherIssuesSchema = v.object({
  issues: v.array(v.object({ key: v.string(), summary: v.string(), status: v.string() })),
  /** Whether there are more than those listed. */
  hasMore: v.boolean(),
  /** Finds all open issues of the person, the one that is looked at among them. */
  jql: v.string(),
});
export type OtherIssues = v.InferOutput<typeof otherIssuesSchema>;

/** What is shown after the rest, each part by itself. */
export const restSchema = v.object({
  /** Null where the person is no customer. */
  customer: v.nullable(
    v.object({
      entitlements: partSchema(v.array(profileEntitlementSchema)),
      organizations: partSchema(v.array(profileOrganizationSchema)),
    }),
  ),
  issues: partSchema(otherIssuesSchema),
});
export type ProfileRest = v.InferOutput<typeof restSchema>;

const menuPersonSchema = v.object({
  id: v.string(),
  name: v.string(),
  /** Null where the site does not show it to the person who looks. */
  email: v.nullable(v.string()),
  /** Lets `profile.person` show this one. */
  pass: v.string(),
});
export type MenuPerson = v.InferOutput<typeof menuPersonSchema>;

/** What the menu of the profile offers. */
export const menuSchema = v.object({
  /** Null where the issue names none. */
  reporter: v.nullable(menuPersonSchema),
  /** Those who take part beside the reporter. */
  participants: partSchema(v.object({ people: v.array(menuPersonSchema), hasMore: v.boolean() })),
  /** Whether the way into the console is open to the person who looks. */
  isAdministrator: v.boolean(),
});
export type ProfileMenu = v.InferOutput<typeof menuSchema>;
