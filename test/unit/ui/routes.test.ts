import { readFileSync } from 'node:fs';
import { routeOf, sections } from '../../../src/ui/admin/routes';
import { joinPath, splitPath } from '../../../src/ui/shared/path';

describe('the pages of the console', () => {
  it.each([
    ['/', { page: 'overview' }],
    ['/overview', { page: 'overview' }],
    ['/imports', { page: 'imports' }],
    ['/imports/new', { page: 'new import' }],
    ['/imports/job-1/', { page: 'import', jobId: 'job-1' }],
    ['/customers', { page: 'later', route: 'customers' }],
    ['/customers/1', { page: 'unknown' }],
    ['/imports/job-1/more', { page: 'unknown' }],
    ['/elsewhere', { page: 'unknown' }],
  ])('%s is %j', (path, route) => {
    expect(routeOf(splitPath(path))).toEqual(route);
  });

  it('has a page for every section of the manifest, in its order', () => {
    const manifest = readFileSync('manifest.yml', 'utf8');
    const routes = [...manifest.matchAll(/title: (.+)\n\s+route: (.+)/g)].map(([, title, route]) => ({ route, title }));
    expect(sections).toEqual(routes);
    for (const { route } of sections) expect(routeOf([route]).page).not.toBe('unknown');
  });
});

it('keeps the parts of a path apart whatever they hold', () => {
  const parts = ['imports', 'a/b %', 'ü'];
  expect(splitPath(joinPath(parts))).toEqual(parts);
});

it('takes a part that cannot be decoded as it is', () => {
  expect(splitPath('/imports/100%')).toEqual(['imports', '100%']);
});
