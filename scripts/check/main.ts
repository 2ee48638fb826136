import { availableParallelism } from 'node:os';
import { profileResolvers } from '../../src/contract/profile';
import { resolvers } from '../../src/contract/resolvers';
import { resolverProblems } from '../operations/resolvers';
import { useProblems, usesOf } from '../operations/uses';
import { factsOfSources, manifestProblems } from './manifest-rules';
import { matcherProblems } from './matcher-rules';
import { sourcesUnder } from './sources';
import { type Step, commands, rules } from './step';

/** The longest first, so that no core is idle at the end. */
const steps: Step[] = [
  commands("the vendor's bundlers", ['scripts/check/vendor/bundle.mjs']),
  commands('lint and types', ['node_modules/oxlint/bin/oxlint']),
  commands(
    'build; manifest and Forge lint, offline',
    // The manifest names the built file frame, and the validator looks for it.
    ['--import', 'tsx', 'scripts/build.ts'],
    ['scripts/check/vendor/lint.mjs'],
  ),
  commands('formatting', ['node_modules/prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.']),
  commands('layers', [
    'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
    ...['src', 'static', 'sandbox', '--config', '.dependency-cruiser.cjs'],
  ]),
  commands('generated files', ['--import', 'tsx', 'scripts/generate/main.ts', '--check']),
  rules('manifest against sources', () => manifestProblems('manifest.yml', factsOfSources('src'))),
  rules('expectations that can fail', () => matcherProblems(sourcesUnder('test'))),
  rules('operations and resolvers, each used', () => [
    ...useProblems(usesOf(sourcesUnder('src'))),
    ...resolverProblems(
      [...Object.keys(resolvers), ...Object.keys(profileResolvers)],
      [...sourcesUnder('src/ui'), ...sourcesUnder('static/file-frame/src')],
    ),
  ]),
];

/** Runs the steps that are left one after the other, and tells of each when it has ended. @returns those that failed */
async function runFrom(left: Step[]): Promise<string[]> {
  const failed: string[] = [];
  for (let step = left.shift(); step !== undefined; step = left.shift()) {
    const started = Date.now();
    const { passed, output } = await step.run().catch((error: unknown) => ({ passed: false, output: String(error) }));
    if (!passed) failed.push(step.name);
    const seconds = ((Date.now() - started) / 1000).toFixed(1);
    console.log(`\n── ${step.name}: ${passed ? 'passed' : 'FAILED'} in ${seconds} s\n${output.trimEnd()}`);
  }
  return failed;
}

/** `npm run check`: everything that can be told without running the app, a step for each core at a time. */
async function main(): Promise<void> {
  const left = [...steps];
  const failed = (await Promise.all(Array.from({ length: availableParallelism() }, () => runFrom(left)))).flat();
  console.log(`\n${steps.length - failed.length} of ${steps.length} checks passed`);
  if (failed.length === 0) return;
  console.error(`failed: ${failed.join(', ')}`);
  process.exitCode = 1;
}

void main();
