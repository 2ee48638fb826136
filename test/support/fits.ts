import type { Page } from 'playwright-core';
import { soon } from './soon';

/** The narrowest window that pages must fit, in px. */
const NARROW = 320;

/** Waits until the page is not wider than a narrow window. */
export async function fits(page: Page): Promise<void> {
  const widest = () => page.evaluate((narrow) => Math.max(document.documentElement.scrollWidth, narrow), NARROW);
  await soon(async () => ({ at: page.url(), width: await widest() }), { at: page.url(), width: NARROW });
}
