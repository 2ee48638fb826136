import * as v from 'valibot';

/** A user as Jira and Jira Service Management print it (Jira Cloud platform REST API v3, "User"). */
export const userSchema = v.pipe(
  v.object({
    accountId: v.string(),
    displayName: v.optional(v.nullable(v.string())),
    /** People can hide it: then it is absent or empty. */
    emailAddress: v.optional(v.nullable(v.string())),
    active: v.optional(v.boolean(), true),
    accountType: v.optional(v.nullable(v.string())),
  }),
  v.transform(({ accountId, displayName, emailAddress, active, accountType }) => ({
    accountId,
    displayName: displayName ?? '',
    email: emailAddress ? emailAddress : null,
    active,
    /** `atlassian`, `customer` (portal-only) or `app`; null when Jira does not say. */
    accountType: accountType ?? null,
  })),
);

export type JiraUser = v.InferOutput<typeof userSchema>;
