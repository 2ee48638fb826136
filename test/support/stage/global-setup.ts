import { execFile } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { promisify } from 'node:util';
import { chromiumOptions } from './chromium';
import { STAGES_VARIABLE } from './protocol';
import { RESULTS } from './results';
import { startStages } from './stages';

const fixture = (app: string): string => `test/support/fixtures/${app}/manifest.yml`;
const MANIFESTS = ['manifest.yml', fixture('gallery'), fixture('toy-kind')];

/**
 * Before all tests in a browser: builds what their sandboxes serve, for built by each, one would read what another is
 * just writing, and sets up a stage for each worker.
 */
export default async function globalSetup({ maxWorkers }: { maxWorkers: number }): Promise<void> {
  // Unpacks the browser, which two stages at a time must not do.
  await chromiumOptions();
  const build = promisify(execFile)(process.execPath, ['--import', 'tsx', 'scripts/build.ts', ...MANIFESTS]);
  const [stages] = await Promise.all([startStages(maxWorkers), build, rm(RESULTS, { recursive: true, force: true })]);
  process.env[STAGES_VARIABLE] = JSON.stringify(stages);
}
