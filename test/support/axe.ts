import { readFileSync } from 'node:fs';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Frame, Page } from 'playwright-core';

declare const axe: { run: (context: string, options: object) => Promise<AxeResults> };

const source = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** The rules that look at colours, which are all that a theme changes. */
const ABOUT_COLOURS: RunOptions = { runOnly: ['color-contrast', 'link-in-text-block'] };

/**
 * What axe finds in a part of a page or a frame that hinders people, in the light theme or in the dark one: serious and
 * critical violations, each with its elements. The page follows the browser's theme, as openBrowser has it.
 */
export async function hindrances(where: Page | Frame, part = 'main'): Promise<string[]> {
  // The source is evaluated, not added as a script, for the policy of a static resource lets no other script in.
  if (!(await where.evaluate(() => 'axe' in window))) await where.evaluate(source);
  const inLight = await violations(where, part, {});
  await showTheme(where, 'dark');
  const inDark = await violations(where, part, ABOUT_COLOURS);
  await showTheme(where, 'light');
  return [...inLight, ...inDark.map((violation) => `in the dark: ${violation}`)];
}

async function violations(where: Page | Frame, part: string, options: RunOptions): Promise<string[]> {
  await stillColours(where);
  const results = await where.evaluate(
    ([selector, given]) => axe.run(selector, { iframes: false, resultTypes: ['violations'], ...given }),
    [part, options] as const,
  );
  return results.violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

/** A control that is still changing its colours has a contrast that nobody reads it with. */
async function stillColours(where: Page | Frame): Promise<void> {
  await where.waitForFunction(() =>
    document
      .getAnimations()
      .every(({ playState, effect }) => playState !== 'running' || effect?.getComputedTiming().endTime === Infinity),
  );
}

async function showTheme(where: Page | Frame, theme: 'light' | 'dark'): Promise<void> {
  const page = 'page' in where ? where.page() : where;
  await page.emulateMedia({ colorScheme: theme });
  await where.waitForFunction((mode) => document.documentElement.dataset['colorMode'] === mode, theme);
}
