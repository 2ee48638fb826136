import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const MANIFESTS = ['manifest.yml', 'test/support/fixtures/gallery/manifest.yml'];

/**
 * Builds what the sandboxes of the tests in a browser serve, once before all of them: built by each, one would read what
 * another is just writing.
 */
export default async function buildOnce(): Promise<void> {
  await promisify(execFile)(process.execPath, ['--import', 'tsx', 'scripts/build.ts', ...MANIFESTS]);
  process.env['SANDBOX_IS_BUILT'] = '1';
}
