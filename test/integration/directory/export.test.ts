import { openAsBlob } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DirectoryEntity } from '../../../src/contract/directory';
import type { RequestOf, ResponseOf } from '../../../src/contract/resolvers';
import { csvLine } from '../../../src/domain/csv/write';
import { byName } from '../../../src/domain/directory/sort';
import { fieldColumn } from '../../../src/domain/directory/values';
import { checkFile } from '../../../src/domain/file/check/check-file';
import { openFile } from '../../../src/domain/file/read/open-file';
import { matchColumns } from '../../../src/domain/import/match-columns';
import { kindOf } from '../../../src/domain/kinds';
import { type DirectorySite, TODAY, directorySite } from '../../support/directory-site';

let at: DirectorySite;
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'csm-export-'));
  at = await directorySite();
  const [first] = at.sandbox.site.state().customers.values();
  if (first === undefined) throw new Error('The demo site has no customers.');
  at.sandbox.site.state().customers.change(first, () => {
    // What a spreadsheet would run, and what a CSV has to quote.
    first.displayName = '=SUM(1;2), "Ada"';
  });
  await at.read();
});
afterAll(async () => {
  await at.sandbox.close();
  await rm(folder, { recursive: true });
});

const none = { signal: new AbortController().signal, progress: () => undefined };

/** Exports all of an entity with every column, and checks the file as an import of it. */
async function roundTrip(entity: DirectoryEntity) {
  const { fields } = await at.sandbox.settle(at.ada.call('imports.fields', { entity }));
  const columns = [
    'name',
    'email',
    'organizations',
    'products',
    'ends',
    ...fields.map(({ name }) => fieldColumn(name)),
  ];
  const lines: string[] = [];
  const all: string[][] = [];
  let from: RequestOf<'directory.export'>['from'] = null;
  do {
    const view = { filters: [], sort: byName, columns };
    const page: ResponseOf<'directory.export'> = await at.sandbox.settle(
      at.ada.call('directory.export', { entity, view, today: TODAY, from }),
    );
    if (from === null) lines.push(csvLine(page.headers, ','));
    for (const row of page.rows) lines.push(csvLine(row, ','));
    all.push(...page.rows);
    from = page.next;
  } while (from !== null);
  const path = join(folder, `${entity}.csv`);
  await writeFile(path, `\uFEFF${lines.join('')}`);
  const file = await openFile(await openAsBlob(path), 'export.csv');
  const kind = kindOf(`${entity}-profiles`);
  // Fields that hold nothing anywhere go nowhere: there is no telling how their dates are written.
  const matched = matchColumns(file.facts.headers, file.facts.values, kind.places(fields)).map(
    ({ header, target }) => ({
      header,
      target,
    }),
  );
  const options = { emptyCells: 'leave', valueSeparator: ';' } as const;
  const lookup = () => Promise.reject(new Error('No name has to be looked up.'));
  const checked = await checkFile(
    file,
    { kind: kind.id, operation: 'UPSERT', columns: matched, fields, options },
    lookup,
    none,
  );
  return { checked, rows: all, kind, text: lines.join('') };
}

it.each(['customer', 'organization'] as const)(
  'exports each %s so that an import takes it back as it is',
  async (entity) => {
    const { checked, rows, kind } = await roundTrip(entity);
    const { summary, plan } = checked;
    expect(summary.problems).toEqual([]);
    expect(summary).toMatchObject({ rows: rows.length, ready: rows.length, leftOut: 0 });
    const targets = new Map(plan.columns.map(({ header, target }) => [header, target.to]));
    expect(targets.get(entity === 'customer' ? 'CSM customer ID' : 'CSM organization ID')).toBe(`${entity}Id`);
    expect(plan.columns.filter(({ target }) => target.to === 'detail').length).toBeGreaterThan(8);
    for (const nowhere of ['Organization names', 'Entitled to', 'Entitled until'])
      expect(targets.get(nowhere) ?? 'nothing').toBe('nothing');
    const encode = kind.encoder(plan);
    const ids = rows.flatMap((row) => encode(row).operation ?? []).map((operation) => kind.siteId?.(operation));
    expect(new Set(ids)).toEqual(new Set(rows.map(([id]) => id)));
  },
);

it('guards cells that a spreadsheet would run, and the import takes the guard off', async () => {
  const { checked, text } = await roundTrip('customer');
  expect(text).toContain(`"'=SUM(1;2), ""Ada"""`);
  const names: string[] = [];
  for await (const chunk of checked.file.records()) names.push(...chunk.records.map((cells) => cells[2] ?? ''));
  expect(names.filter((name) => name.includes('SUM'))).toEqual(['=SUM(1;2), "Ada"']);
});
