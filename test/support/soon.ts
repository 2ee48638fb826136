import { isDeepStrictEqual } from 'node:util';

/** A page follows within some tens of milliseconds; the longest a busy machine is given, in ms. */
const PATIENCE_MS = 10_000;
const PAUSE_MS = 20;

/**
 * Waits until what is read from a page is what is expected: an action on a page is over before the page has followed it.
 * Of what must stay as it is, it is one look like any other: that it was never otherwise is not shown by it.
 */
export async function soon<T>(read: () => Promise<T>, expected: T): Promise<void> {
  const end = performance.now() + PATIENCE_MS;
  while (!isAlike(await read(), expected) && performance.now() < end)
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  expect(await read()).toEqual(expected);
}

/** What comes from a page is made of other classes than what a test file makes: Playwright is loaded outside of the file. */
const isAlike = (one: unknown, other: unknown): boolean =>
  isDeepStrictEqual(structuredClone(one), structuredClone(other));
