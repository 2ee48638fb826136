/**
 * Validates the manifest of the working directory and runs Forge's client-side linters as `forge lint` does, without a login and without the
 * net: the permission linter reads the scopes of each call from local files (forge-platform.md, "Lint without a login").
 * Plain JavaScript: the linters ask for services of the CLI of which one answer is enough.
 */
import console from 'node:console';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';

const work = mkdtempSync(join(tmpdir(), 'csm-console-lint-'));
process.on('exit', () => rmSync(work, { recursive: true, force: true }));
const fileWith = (name, paths) => {
  const file = join(work, name);
  writeFileSync(file, JSON.stringify({ paths }));
  return file;
};
const pathsOf = (file) => JSON.parse(readFileSync(join('src/csm/contract', file), 'utf8')).paths;
const noPaths = fileWith('no-paths.json', {});
process.env.USE_LOCAL_SWAGGER = '1';
for (const product of ['JIRA', 'JSW', 'CONF', 'CONF_V2', 'BB']) process.env[`LOCAL_${product}_SWAGGER`] = noPaths;
process.env.LOCAL_JSM_SWAGGER = fileWith('csm-paths.json', {
  ...pathsOf('csm-openapi.json'),
  ...pathsOf('intake-openapi.json'),
});

const { validate } = (await import('@forge/manifest')).default;
const { lint } = (await import('@forge/lint')).default;

const report = (place, { line, column, message }) => console.error(`${place}:${line}:${column} ${String(message)}`);

const manifest = await validate(false);
let failed = !manifest.success;

if (manifest.manifestObject) {
  const sources = readdirSync('src', { recursive: true })
    .map((file) => join('src', file))
    .filter((file) => /\.tsx?$/.test(file));
  const logger = { info: console.log, debug() {}, warn: console.warn, error: console.error, trace() {} };
  const flags = { getDeprecatedRuntimes: async () => [] };
  const config = { linter: { mode: 'client-side' } };
  for (const result of await lint(sources, manifest.manifestObject, 'production', logger, flags, config)) {
    const problems = [...result.errors, ...result.warnings, ...result.approvals];
    for (const problem of problems) report(result.file, problem);
    failed ||= problems.length > 0;
  }
}
// Otherwise the linters have said the same.
if (!manifest.manifestObject) for (const problem of manifest.errors ?? []) report('manifest.yml', problem);
process.exitCode = failed ? 1 : 0;
