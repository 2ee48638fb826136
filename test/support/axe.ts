import { readFileSync } from 'node:fs';
import type { AxeResults } from 'axe-core';
import type { Frame, Page } from 'playwright-core';

declare const axe: { run: (context: string, options: object) => Promise<AxeResults> };

const source = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/**
 * What axe finds in a part of a page or a frame that hinders people: serious and critical violations, each with its elements.
 * The source is evaluated, not added as a script, for the policy of a static resource lets no other script in.
 */
export async function hindrances(where: Page | Frame, part = 'main'): Promise<string[]> {
  // A control that is still changing its colours has a contrast that nobody reads it with.
  await where.waitForFunction(() =>
    document
      .getAnimations()
      .every(({ playState, effect }) => playState !== 'running' || effect?.getComputedTiming().endTime === Infinity),
  );
  await where.evaluate(source);
  const results = await where.evaluate(
    (selector) => axe.run(selector, { iframes: false, resultTypes: ['violations'] }),
    part,
  );
  return results.violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}
