import type { CsmClient } from '../../csm/client';

/** What a kind of job may ask of the site, already on behalf of whoever acts. */
export interface SiteApi {
  csm: CsmClient;
  /** The id of the customer account with this e-mail address; undefined when there is none, or it may not be seen. */
  findCustomerByEmail(email: string): Promise<string | undefined>;
  /** Puts customers into an organization; those in it are passed over. */
  addMembers(organizationId: string, customerIds: readonly string[]): Promise<void>;
  /** Takes customers out of an organization; those not in it are passed over. */
  removeMembers(organizationId: string, customerIds: readonly string[]): Promise<void>;
  /** Creates an issue in a project, a paragraph a line, and answers with its key. */
  createIssue(project: string, summary: string, lines: readonly string[]): Promise<string>;
  /**
   * The key of an issue of a project with that summary, which whoever has this account has reported in the last minutes; null
   * where there is none. Jira may not find one of this moment.
   */
  findIssue(project: string, summary: string, of: { accountId: string; minutes: number }): Promise<string | null>;
}
