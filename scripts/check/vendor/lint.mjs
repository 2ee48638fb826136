/**
 * Validates the manifest of the working directory and runs Forge's client-side linters as `forge lint` does, without a login and without the
 * net: the permission linter reads the scopes of each call from local files (forge-platform.md, "Lint without a login").
 * Plain JavaScript: the linters ask for services of the CLI of which one answer is enough.
 */
import console from 'node:console';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
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

/** What the validator and the linters say of the app in the working directory, a line for each problem. */
async function problems() {
  const said = [];
  const add = (place, { line, column, message }) => said.push(`${place}:${line}:${column} ${String(message)}`);
  const manifest = await validate(false);
  // Without an object there is nothing to lint; with one, the linters say what the validator has said.
  if (!manifest.manifestObject) {
    for (const problem of manifest.errors ?? []) add('manifest.yml', problem);
    return said.length === 0 ? ['manifest.yml cannot be read'] : said;
  }
  const sources = readdirSync('src', { recursive: true })
    .map((file) => join('src', file))
    .filter((file) => /\.tsx?$/.test(file));
  const logger = { info: console.log, debug() {}, warn: console.warn, error: console.error, trace() {} };
  const flags = { getDeprecatedRuntimes: async () => [] };
  const config = { linter: { mode: 'client-side' } };
  for (const result of await lint(sources, manifest.manifestObject, 'production', logger, flags, config))
    for (const problem of [...result.errors, ...result.warnings, ...result.approvals]) add(result.file, problem);
  return said.length === 0 && !manifest.success ? ['manifest.yml is refused'] : said;
}

/**
 * A check that finds nothing wrong may be one that finds nothing. In this process, as the vendor's schema takes most of
 * the time to compile. @returns what is wrong with the manifest and was not found
 */
async function missed() {
  const faults = [
    { from: 'jira:adminPage:', to: 'jira:adminPlage:', named: 'adminPlage' },
    { from: 'function: run-jobs', to: 'function: run-jops', named: 'run-jops' },
  ];
  const manifest = readFileSync('manifest.yml', 'utf8');
  const text = faults.reduce((changed, { from, to }) => changed.replace(from, to), manifest);
  const folder = join(work, 'broken');
  mkdirSync(join(folder, 'src'), { recursive: true });
  writeFileSync(join(folder, 'manifest.yml'), text);
  for (const name of ['static', 'node_modules', 'package.json']) symlinkSync(resolve(name), join(folder, name));
  process.chdir(folder);
  const said = (await problems()).join('\n');
  return faults
    .filter(({ named }) => !said.includes(named))
    .map(({ to }) => `"${to}" was put into the manifest, and no check has found it.`);
}

const found = [...(await problems()), ...(await missed())];
for (const problem of found) console.error(problem);
process.exitCode = found.length === 0 ? 0 : 1;
