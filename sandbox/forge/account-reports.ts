import * as v from 'valibot';
import { type ForgeRequest, type ForgeResponse, emptyResponse, jsonResponse, parseJson } from './wire';

/** Accounts of one report. Forge, user privacy guidelines. */
const MOST_ACCOUNTS = 90;
const PATH = '/app/report-accounts';

const reportSchema = v.object({
  accounts: v.pipe(
    v.array(v.object({ accountId: v.string(), updatedAt: v.pipe(v.string(), v.isoTimestamp()) })),
    v.maxLength(MOST_ACCOUNTS),
  ),
});

/** Takes the reports of an app that keeps personal data, and names the accounts that were closed. */
export class AccountReports {
  /** Accounts that their people have closed. */
  readonly closed = new Set<string>();
  /** When an account was changed last, such as its name: in milliseconds since 1970. */
  readonly changedAt = new Map<string, number>();
  /** What was reported last of each account: when the app read it. */
  readonly reported = new Map<string, string>();

  handles({ path, method }: ForgeRequest): boolean {
    return method === 'POST' && path === PATH;
  }

  handle({ body }: ForgeRequest): ForgeResponse {
    const report = v.safeParse(reportSchema, parseJson(body));
    if (!report.success) return jsonResponse(400, { message: v.summarize(report.issues) });
    const { accounts } = report.output;
    for (const { accountId, updatedAt } of accounts) this.reported.set(accountId, updatedAt);
    const updates = accounts.flatMap(({ accountId, updatedAt }) => {
      const status = this.statusOf(accountId, Date.parse(updatedAt));
      return status === null ? [] : [{ accountId, status }];
    });
    return updates.length === 0 ? emptyResponse(204) : jsonResponse(200, { accounts: updates });
  }

  private statusOf(accountId: string, readAt: number): 'closed' | 'updated' | null {
    if (this.closed.has(accountId)) return 'closed';
    return (this.changedAt.get(accountId) ?? 0) > readAt ? 'updated' : null;
  }
}
