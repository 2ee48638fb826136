import type { Locator, Page } from 'playwright-core';

/** More than any page of the console has stops. */
const STOPS = 120;

/** Moves the focus forward by Tab until it is on the element, in whichever frame that is. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor({ state: 'attached' });
  for (let presses = 0; presses < STOPS; presses += 1) {
    await page.keyboard.press('Tab');
    if (await target.evaluate((element) => element === document.activeElement && document.hasFocus())) return;
  }
  throw new Error(`The keyboard does not reach ${String(target)}.`);
}

/** Goes to the element by Tab and presses a key on it. */
export async function pressOn(page: Page, target: Locator, key = 'Enter'): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press(key);
}

/** How long a person holds the button of the mouse for a click, in ms: what the page does meanwhile can move its target. */
export const PRESS_MS = 120;
