import type { Page } from 'playwright-core';
import { type BrowserSession, openBrowser } from './browser';
import { IssuePage, type SandboxUser } from './issue-page';

/** A sandbox of its own whose issues a user looks at. */
export async function openIssues(
  user: SandboxUser = 'gil',
): Promise<{ session: BrowserSession; page: Page; issue: IssuePage }> {
  const session = await openBrowser();
  const page = await session.newPage();
  const issue = new IssuePage(page, session.url);
  await issue.list();
  await issue.signInAs(user);
  return { session, page, issue };
}
