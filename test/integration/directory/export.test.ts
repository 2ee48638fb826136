import { openAsBlob } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import type { DirectoryEntity } from '../../../src/contract/directory';
import type { Exported } from '../../../src/contract/exports';
import type { FieldDefinition } from '../../../src/contract/fields';
import { csvLine } from '../../../src/domain/csv/write';
import { byName } from '../../../src/domain/directory/sort';
import { fieldColumn } from '../../../src/domain/directory/values';
import { checkFile } from '../../../src/domain/file/check/check-file';
import type { Lookup } from '../../../src/domain/file/check/name-resolver';
import { openFile } from '../../../src/domain/file/read/open-file';
import type { OpenedFile } from '../../../src/domain/file/read/opened-file';
import { matchColumns } from '../../../src/domain/import/match-columns';
import { kindOf } from '../../../src/domain/kinds';
import type { ImportKind } from '../../../src/domain/kinds/kind';
import { exportedPages } from '../../../static/file-frame/src/exported-pages';
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
  const product = [...at.sandbox.site.state().products.values()].at(-1);
  if (product === undefined) throw new Error('The demo site has no products.');
  at.sandbox.site.state().products.change(product, () => {
    product.name = '=1+1';
  });
  await at.read();
});
afterAll(async () => {
  await at.sandbox.close();
  await rm(folder, { recursive: true });
});

const none = { signal: new AbortController().signal, progress: () => undefined };

/** What an import of entitlements does for a row. */
const grantSchema = v.object({
  type: v.literal('GRANT'),
  holder: v.object({ entity: v.string(), id: v.string() }),
  productId: v.string(),
  details: v.array(v.object({ name: v.string(), values: v.array(v.string()) })),
});

/** Exports as the file frame does, and opens what comes of it. */
async function exportOf(exported: Exported) {
  const lines: string[] = [];
  const rows: string[][] = [];
  let headers: string[] = [];
  for await (const page of exportedPages(exported, (name, request) => at.sandbox.settle(at.ada.call(name, request)))) {
    if (lines.length === 0) lines.push(csvLine(page.headers, ','));
    headers = page.headers;
    for (const row of page.rows) lines.push(csvLine(row, ','));
    rows.push(...page.rows);
  }
  const path = join(folder, `${exported.what}.csv`);
  await writeFile(path, `\uFEFF${lines.join('')}`);
  return { headers, rows, text: lines.join(''), file: await openFile(await openAsBlob(path), 'export.csv') };
}

/** The organizations and products of the site by their names. */
const lookup: Lookup = (entity, names) => {
  const { organizations, products } = at.sandbox.site.state();
  const all = [...(entity === 'organization' ? organizations : products).values()];
  return Promise.resolve(names.map((name) => ({ name, ids: all.flatMap((one) => (one.name === name ? one.id : [])) })));
};

/** Checks an exported file as an import of a kind, with the columns where the console proposes them. */
async function checkAs(file: OpenedFile, kind: ImportKind, operation: string, fields: FieldDefinition[]) {
  // Fields that hold nothing anywhere go nowhere: there is no telling how their dates are written.
  const matched = matchColumns(file.facts.headers, file.facts.values, kind.places(fields));
  const columns = matched.map(({ header, target }) => ({ header, target }));
  const options = { emptyCells: 'leave', valueSeparator: ';' } as const;
  return checkFile(file, { kind: kind.id, operation, columns, fields, options }, lookup, none);
}

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
  const view = { filters: [], sort: byName, columns };
  const { rows, text, file } = await exportOf({ what: 'list', entity, view, today: TODAY });
  const kind = kindOf(`${entity}-profiles`);
  return { checked: await checkAs(file, kind, 'UPSERT', fields), rows, kind, text };
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

it('exports each entitlement that somebody holds themselves, so that an import which grants takes it back', async () => {
  const { rows, file } = await exportOf({ what: 'entitlements' });
  const { fields } = await at.sandbox.settle(at.ada.call('imports.fields', { entity: 'entitlement' }));
  const kind = kindOf('entitlements');
  const { summary, plan } = await checkAs(file, kind, 'GRANT', fields);
  expect(summary.problems).toEqual([]);
  expect(summary).toMatchObject({ rows: rows.length, ready: rows.length, leftOut: 0 });
  const [endField] = fields.filter(({ type }) => type === 'DATE');
  expect(plan.columns.map(({ header, target }) => [header, target.to])).toEqual([
    ['CSM customer ID', 'customerId'],
    ['Email', 'email'],
    ['Display name', 'nothing'],
    ['CSM organization ID', 'organizationId'],
    ['Organization', 'name'],
    ['CSM product ID', 'product'],
    ['Entitled to', 'nothing'],
    [endField?.name, 'detail'],
  ]);
  const encode = kind.encoder(plan);
  const granted = rows.map((row) => v.parse(grantSchema, encode(row).operation));
  const { entitlements, fields: defined } = at.sandbox.site.state();
  const endId = [...defined.entitlement.values()].find(({ name }) => name === endField?.name)?.id ?? '';
  const held = [...entitlements.values()].map(({ entity, productId, details }) => ({
    type: 'GRANT' as const,
    holder: { entity: entity.type.toLowerCase(), id: entity.id },
    productId,
    details: [...details].flatMap(([id, values]) =>
      id === endId ? [{ name: endField?.name ?? '', values: [...values] }] : [],
    ),
  }));
  const byHolder = (one: { holder: { id: string }; productId: string }) => `${one.holder.id} ${one.productId}`;
  const sorted = (all: typeof held) => all.sort((a, b) => byHolder(a).localeCompare(byHolder(b)));
  expect(new Set(held.map(({ holder }) => holder.entity))).toEqual(new Set(['customer', 'organization']));
  expect(sorted(granted)).toEqual(sorted(held));
});

it('exports all products, so that an import finds each of them by its name', async () => {
  const { headers, rows, text, file } = await exportOf({ what: 'products' });
  const products = [...at.sandbox.site.state().products.values()];
  expect(headers).toEqual(['CSM product ID', 'Product']);
  expect(rows).toEqual(products.map(({ id, name }) => [id, name]));
  expect(text).toContain(",'=1+1\r\n");
  const kind = kindOf('products');
  const { summary, plan } = await checkAs(file, kind, 'DELETE', []);
  expect(summary).toMatchObject({ rows: products.length, ready: products.length, problems: [] });
  const encode = kind.encoder(plan);
  expect(rows.map((row) => encode(row).operation)).toEqual(products.map(({ id }) => ({ type: 'DELETE', id })));
});

it('exports the detail fields of all three, with an option to a line', async () => {
  const { headers, rows } = await exportOf({ what: 'fields' });
  expect(headers).toEqual(['Detail field of', 'Detail field', 'Type', 'Options', 'Position']);
  const { fields } = at.sandbox.site.state();
  const all = [fields.customer, fields.organization, fields.entitlement].flatMap((some) => [...some.values()]);
  expect(rows.map(([, name]) => name)).toEqual(all.map(({ name }) => name));
  expect(new Set(rows.map(([of]) => of))).toEqual(new Set(['Customers', 'Organizations', 'Entitlements']));
  const tier = all.find(({ name }) => name === 'Tier');
  expect(rows.find(([, name]) => name === 'Tier')).toEqual([
    'Customers',
    'Tier',
    'Select',
    tier?.options.join('\n'),
    expect.any(String),
  ]);
});
