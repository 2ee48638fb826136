import type { Page } from 'playwright-core';
import { soon } from './soon';

/** The narrowest window that pages must fit, in px. */
const NARROW = 320;

/** Makes the window narrow until the page has come to fit it, and as it was again. */
export async function fitsNarrowed(page: Page): Promise<void> {
  const before = page.viewportSize();
  if (before === null) throw new Error('The page has no window of its own.');
  await page.setViewportSize({ width: NARROW, height: before.height });
  await fits(page);
  await page.setViewportSize(before);
}

/** Waits until the page is not wider than a narrow window. */
export async function fits(page: Page): Promise<void> {
  const widest = () => page.evaluate((narrow) => Math.max(document.documentElement.scrollWidth, narrow), NARROW);
  await soon(async () => ({ at: page.url(), width: await widest() }), { at: page.url(), width: NARROW });
}
