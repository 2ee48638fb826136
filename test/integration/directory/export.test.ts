import { openAsBlob } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import type { DirectoryEntity } from '../../../src/contract/directory';
import type { Exported } from '../../../src/contract/exports';
import type { FieldDefinition } from '../../../src/contract/fields';
import type { StoredRow } from '../../../src/contract/imports';
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
import { comparedWith } from '../../support/comparing';
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
  furnishEntitlements();
  await at.read();
});
afterAll(async () => {
  await at.sandbox.close();
  await rm(folder, { recursive: true });
});

/** Fields of entitlements beside those of the demo site, one of several values, and one that is called as a column of lists. */
function furnishEntitlements(): void {
  const { entitlements, fields } = at.sandbox.site.state();
  const add = (name: string, type: 'MULTISELECT' | 'TEXT', options: string[]): string => {
    const id = `more-${name}`;
    fields.entitlement.add({ id, name, type, options, view: 'everyone', edit: 'everyone' });
    return id;
  };
  const modules = add('Modules', 'MULTISELECT', ['Chat', 'Phone', 'Mail']);
  const count = add('Customer count', 'TEXT', []);
  for (const [index, { details }] of [...entitlements.values()].entries()) {
    if (index % 3 === 0) details.set(modules, ['Chat', 'Mail']);
    if (index % 4 === 0) details.set(count, [`about ${index}`]);
  }
}

const none = { signal: new AbortController().signal, progress: () => undefined };

/** What an import of entitlements does for a row. */
const grantSchema = v.object({
  type: v.literal('UPSERT'),
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

const allEntitlements = { filters: [], sort: byName, columns: ['name'] };

/** What an import that grants makes of an exported file, checked as it is. */
async function checkedEntitlements() {
  const exported = await exportOf({ what: 'list', entity: 'entitlement', view: allEntitlements, today: TODAY });
  const { fields } = await at.sandbox.settle(at.ada.call('imports.fields', { entity: 'entitlement' }));
  const kind = kindOf('entitlements');
  const checked = await checkAs(exported.file, kind, 'UPSERT', fields);
  return { ...exported, fields, kind, checked };
}

/** The entitlements of the site with all of their values, as an import writes them. */
function heldOnSite() {
  const { entitlements, fields } = at.sandbox.site.state();
  const nameOf = new Map([...fields.entitlement.values()].map(({ id, name }) => [id, name]));
  return [...entitlements.values()].map(({ entity, productId, details }) => ({
    type: 'UPSERT' as const,
    holder: { entity: entity.type.toLowerCase(), id: entity.id },
    productId,
    details: [...details].flatMap(([id, values]) =>
      values.length === 0 ? [] : [{ name: nameOf.get(id) ?? '', values: [...values] }],
    ),
  }));
}

type Held = ReturnType<typeof heldOnSite>;
/** In an order that is the same for the same. */
const inOrder = (all: Held): Held =>
  all
    .map((one) => ({ ...one, details: one.details.toSorted((a, b) => a.name.localeCompare(b.name)) }))
    .sort((a, b) => `${a.holder.id} ${a.productId}`.localeCompare(`${b.holder.id} ${b.productId}`));

it('exports each entitlement that somebody holds themselves, with all values, so that an import takes it back', async () => {
  const { rows, fields, kind, checked } = await checkedEntitlements();
  const { summary, plan } = checked;
  expect(summary.problems).toEqual([]);
  expect(summary).toMatchObject({ rows: rows.length, ready: rows.length, leftOut: 0 });
  const [endField] = fields.filter(({ type }) => type === 'DATE');
  const own = plan.columns.slice(0, 7);
  expect(own.map(({ header, target }) => [header, target.to])).toEqual([
    ['CSM customer ID', 'customerId'],
    ['Email', 'email'],
    ['Display name', 'nothing'],
    ['CSM organization ID', 'organizationId'],
    ['Organization', 'name'],
    ['CSM product ID', 'product'],
    ['Entitled to', 'nothing'],
  ]);
  const details = plan.columns.slice(7);
  expect(details.every(({ header, target }) => target.to === 'detail' && target.field === header)).toBe(true);
  expect(details[0]?.header).toBe(endField?.name);
  expect(details.length).toBeGreaterThan(2);
  const encode = kind.encoder(plan);
  const granted = rows.map((row) => v.parse(grantSchema, encode(row).operation));
  const held = heldOnSite();
  expect(new Set(held.map(({ holder }) => holder.entity))).toEqual(new Set(['customer', 'organization']));
  expect(held.some(({ details: some }) => some.some(({ values }) => values.length > 1))).toBe(true);
  expect(inOrder(granted)).toEqual(inOrder(held));
});

it('exports entitlements of which an import changes nothing, and is told so before', async () => {
  const { rows, checked } = await checkedEntitlements();
  const { comparison } = await comparedWith(at, checked);
  expect(comparison).toMatchObject({ new: 0, changed: 0, failing: 0, unknown: 0, unchanged: rows.length });
  const { plan } = checked;
  const before = inOrder(heldOnSite());
  const some = [...rows.slice(0, 40), ...rows.slice(-40)].map((cells, index): StoredRow => [index + 2, cells]);
  const jobId = await at.sandbox.settle(at.ada.startImport({ plan, rows: some }));
  await at.sandbox.run(30 * 60_000);
  const job = await at.sandbox.settle(at.ada.job(jobId));
  expect(job).toMatchObject({ state: 'finished', tally: { succeeded: 80 } });
  expect(inOrder(heldOnSite())).toEqual(before);
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
