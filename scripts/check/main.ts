import { spawn } from 'node:child_process';
import { manifestProblems } from './manifest-rules';

/** `npm run check`: everything that can be told without running the app. Runs every step, then sums up. */
interface Step {
  name: string;
  passes: () => boolean | Promise<boolean>;
}

const program = (name: string, command: string, ...args: string[]): Step => ({
  name,
  passes: () =>
    new Promise((resolve, reject) => {
      const child = spawn(command, args, { stdio: 'inherit' });
      child.on('error', reject);
      child.on('exit', (code) => resolve(code === 0));
    }),
});
const bin = (name: string, tool: string, ...args: string[]): Step =>
  program(name, `node_modules/.bin/${tool}`, ...args);

const steps: Step[] = [
  bin('types', 'tsc', '-p', '.', '--noEmit'),
  bin('lint', 'eslint', '.', '--max-warnings', '0'),
  bin('layers', 'depcruise', 'src', 'static', 'sandbox', '--config', '.dependency-cruiser.cjs'),
  bin('formatting', 'prettier', '--check', '--log-level', 'warn', '.'),
  bin('generated files', 'tsx', 'scripts/generate/main.ts', '--check'),
  { name: 'manifest against sources', passes: checkManifest },
  // The manifest names the built file frame, and the validator looks for it.
  bin('build', 'tsx', 'scripts/build.ts'),
  program('manifest and Forge lint, offline', process.execPath, 'scripts/check/vendor/lint.mjs'),
  program("the vendor's bundlers", process.execPath, 'scripts/check/vendor/bundle.mjs'),
];

function checkManifest(): boolean {
  const problems = manifestProblems('manifest.yml', 'src/index.ts', 'src');
  for (const problem of problems) console.error(problem);
  return problems.length === 0;
}

async function outcomeOf({ name, passes }: Step): Promise<boolean> {
  console.log(`\n── ${name}`);
  const started = Date.now();
  let passed = false;
  try {
    passed = await passes();
  } catch (error) {
    console.error(error);
  }
  console.log(`${passed ? 'passed' : 'FAILED'} in ${((Date.now() - started) / 1000).toFixed(1)} s`);
  return passed;
}

async function main(): Promise<void> {
  const failed: string[] = [];
  for (const step of steps) if (!(await outcomeOf(step))) failed.push(step.name);
  console.log(`\n${steps.length - failed.length} of ${steps.length} checks passed`);
  if (failed.length === 0) return;
  console.error(`failed: ${failed.join(', ')}`);
  process.exitCode = 1;
}

void main();
