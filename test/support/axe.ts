import { readFileSync } from 'node:fs';
import type { AxeResults } from 'axe-core';
import type { Frame, Page } from 'playwright-core';

declare const axe: { run: (context: string, options: object) => Promise<AxeResults> };

const source = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/**
 * What axe finds in a page or a frame that hinders people: serious and critical violations, each with its elements.
 * The source is evaluated, not added as a script, for the policy of a static resource lets no other script in.
 */
export async function hindrances(where: Page | Frame): Promise<string[]> {
  await where.evaluate(source);
  const results = await where.evaluate(() => axe.run('main', { iframes: false, resultTypes: ['violations'] }));
  return results.violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}
