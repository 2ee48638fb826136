/** JQL that finds the open issues a person has reported, the one changed last first. */
export const openIssuesOf = (accountId: string): string => `${openIssues(accountId)} ORDER BY updated DESC`;

/** The same without one issue. */
export const otherOpenIssuesOf = (accountId: string, issueKey: string): string =>
  `${openIssues(accountId)} AND key != ${quoted(issueKey)} ORDER BY updated DESC`;

const openIssues = (accountId: string): string => `reporter = ${quoted(accountId)} AND statusCategory != Done`;

const quoted = (text: string): string => `"${text.replace(/["\\]/g, String.raw`\$&`)}"`;
