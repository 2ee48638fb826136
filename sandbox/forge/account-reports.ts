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
    const closed = accounts.filter(({ accountId }) => this.closed.has(accountId));
    if (closed.length === 0) return emptyResponse(204);
    return jsonResponse(200, { accounts: closed.map(({ accountId }) => ({ accountId, status: 'closed' })) });
  }
}
