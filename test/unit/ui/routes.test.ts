import { readFileSync } from 'node:fs';
import { sectionOf, sections } from '../../../src/ui/admin/routes';
import { joinPath, splitPath } from '../../../src/ui/shared/path';

describe('the sections of the console', () => {
  it.each([
    ['/', 'overview', []],
    ['/overview', 'overview', []],
    ['/imports', 'imports', []],
    ['/imports/job-1/', 'imports', ['job-1']],
    ['/customers/qm%3A1%3A2/edit', 'customers', ['qm:1:2', 'edit']],
    ['/elsewhere', undefined, []],
  ])('%s is %s with %j', (path, route, rest) => {
    expect(sectionOf(splitPath(path))).toEqual({ route, rest });
  });

  it('are those of the manifest, in its order', () => {
    const manifest = readFileSync('manifest.yml', 'utf8');
    const routes = [...manifest.matchAll(/title: (.+)\n\s+route: (.+)/g)].map(([, title, route]) => ({ route, title }));
    expect(sections).toEqual(routes);
  });
});

it('keeps the parts of a path apart whatever they hold', () => {
  const parts = ['imports', 'a/b %', 'ü'];
  expect(splitPath(joinPath(parts))).toEqual(parts);
});

it.each(['.', '..'])('keeps %s as a part, which a browser would take for a way to walk', (dots) => {
  const { pathname } = new URL(joinPath(['products', 'find', dots]), 'https://example.com');
  expect(splitPath(pathname)).toEqual(['products', 'find', dots]);
});

it('takes a part that cannot be decoded as it is', () => {
  expect(splitPath('/imports/100%')).toEqual(['imports', '100%']);
});
