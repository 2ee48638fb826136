import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { manifestProblems } from '../../scripts/check/manifest-rules';

const project = resolve(__dirname, '../..');
const good = readFileSync(join(project, 'manifest.yml'), 'utf8');

/** The manifest with one thing broken. */
function broken(from: string | RegExp, to: string): string {
  const manifest = good.replace(from, to);
  expect(manifest).not.toBe(good);
  return manifest;
}

describe('the checks of the manifest', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'csm-console-manifest-'));
    // The linters are told of the files in `src` and not of those behind links: what is broken here is the manifest, and
    // all sources would take them half a minute.
    mkdirSync(join(folder, 'src'));
    for (const name of readdirSync(join(project, 'src')))
      symlinkSync(join(project, 'src', name), join(folder, 'src', name));
    mkdirSync(join(folder, 'static/file-frame/build'), { recursive: true });
    writeFileSync(join(folder, 'static/file-frame/build/index.html'), '<!doctype html>');
    symlinkSync(join(project, 'static/icons'), join(folder, 'static/icons'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  /** Runs the offline Forge lint, as `npm run check` does, where the manifest is the given one. */
  function lint(manifest: string): { passed: boolean; output: string } {
    writeFileSync(join(folder, 'manifest.yml'), manifest);
    const script = join(project, 'scripts/check/vendor/lint.mjs');
    const { status, stdout, stderr } = spawnSync(process.execPath, [script], { cwd: folder, encoding: 'utf8' });
    return { passed: status === 0, output: stdout + stderr };
  }

  function problemsOf(manifest: string): string[] {
    const path = join(folder, 'manifest.yml');
    writeFileSync(path, manifest);
    return manifestProblems(path, join(project, 'src/index.ts'), join(project, 'src'));
  }

  it('find nothing wrong with the sources and the manifest of the project', () => {
    expect(problemsOf(good)).toEqual([]);
  });

  // In one run: Forge's validator takes a quarter of a minute to compile its schema.
  it('fail on a module that Forge does not have, and on a function that is not declared', () => {
    const { passed, output } = lint(
      broken('jira:adminPage:', 'jira:adminPlage:').replace('function: run-jobs', 'function: run-jops'),
    );
    expect(passed).toBe(false);
    expect(output).toContain('adminPlage');
    expect(output).toContain('run-jops');
  }, 60_000);

  it.each([
    [
      'a scope that a call needs and the manifest lacks',
      / {4}read:permission:jira: \{\}\n/,
      '',
      'read:permission:jira',
    ],
    ['storage:app missing while values are kept', / {4}storage:app: \{\}\n/, '', 'storage:app'],
    ['a scope that no call needs', 'storage:app: {}', 'storage:app: {}\n    read:screen:jira: {}', 'read:screen:jira'],
    ['a handler that is not exported', 'index.runJobs', 'index.runJops', 'index.runJops'],
  ])('fail on %s', (_, from, to, name) => {
    const problems = problemsOf(broken(from, to));
    expect(problems.some((problem) => problem.includes(name))).toBe(true);
  });
});
