import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { factsOfSources, manifestProblems } from '../../scripts/check/manifest-rules';

const project = resolve(__dirname, '../..');
const good = readFileSync(join(project, 'manifest.yml'), 'utf8');
const sources = factsOfSources(join(project, 'src'));

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
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  function problemsOf(manifest: string): string[] {
    const path = join(folder, 'manifest.yml');
    writeFileSync(path, manifest);
    return manifestProblems(path, sources);
  }

  it('find nothing wrong with the sources and the manifest of the project', () => {
    expect(problemsOf(good)).toEqual([]);
  });

  it.each([
    [
      'a scope that a call needs and the manifest lacks',
      / {4}read:permission:jira: \{\}\n/,
      '',
      'read:permission:jira',
    ],
    ['storage:app missing while values are kept', / {4}storage:app: \{\}\n/, '', 'storage:app'],
    ['a scope that no call needs', 'storage:app: {}', 'storage:app: {}\n    read:screen:jira: {}', 'read:screen:jira'],
    ['a handler that is not exported', 'background.runJobs', 'background.runJops', 'background.runJops'],
  ])('fail on %s', (_, from, to, name) => {
    const problems = problemsOf(broken(from, to));
    expect(problems.some((problem) => problem.includes(name))).toBe(true);
  });
});
