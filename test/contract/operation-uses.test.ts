import ts from 'typescript';
import { resolverProblems } from '../../scripts/operations/resolvers';
import { operationsDoc } from '../../scripts/operations/table';
import { useProblems, usesOf } from '../../scripts/operations/uses';
import { type Source, sourcesUnder } from '../../scripts/check/sources';
import { resolvers } from '../../src/contract/resolvers';

const sources = sourcesUnder('src');

const source = (path: string, text: string): Source => ({
  path,
  tree: ts.createSourceFile(path, text, ts.ScriptTarget.Latest),
});
const without = (path: string): Source[] => sources.filter((one) => !one.path.startsWith(path));

describe('the table of operations', () => {
  it('has a row for all 50 operations of the contract and the two of the supplement, each used', () => {
    const rows = operationsDoc(usesOf(sources)).match(/^\| `[a-z-]+` \| .* \| .+ \|$/gm) ?? [];
    expect(rows).toHaveLength(52);
    expect(useProblems(usesOf(sources))).toEqual([]);
  });

  it('does not pass an operation that nothing uses', () => {
    const problems = useProblems(usesOf(without('src/entry/resolvers/requests.ts')));
    expect(problems).toContain('Nothing uses the operation create-csm-request');
    expect(problems).toContain('src/entry/resolvers/requests.ts is in scripts/operations/places.ts and calls nothing');
  });

  it('asks for the page of a new file that calls the API', () => {
    const sync = source('src/sync/run.ts', "csm.call('get-product', { path });");
    expect(useProblems(usesOf([...sources, sync]))).toEqual([expect.stringContaining('src/sync/run.ts')]);
  });
});

describe('the check of the resolvers', () => {
  it('finds a page for each of the console', () => {
    const pages = [...sourcesUnder('src/ui'), ...sourcesUnder('static/file-frame/src')];
    expect(resolverProblems(Object.keys(resolvers), pages)).toEqual([]);
  });

  it('names those that no page calls', () => {
    const page = source('src/ui/admin/Page.tsx', "const load = () => call('jobs.list', { page: 0 });");
    expect(resolverProblems(['jobs.list', 'jobs.get'], [page])).toEqual(['No page calls the resolver jobs.get']);
  });
});
