import type { FieldDefinition } from '../../src/contract/fields';
import type { ImportColumn, ImportPlan, StoredRow, Target } from '../../src/contract/imports';
import { type ImportSite, importSite } from './import-site';

export const tags: FieldDefinition = { name: 'Tags', type: 'MULTISELECT', options: ['a', 'b', 'c'] };
export const note: FieldDefinition = { name: 'Note', type: 'TEXT', options: [] };

export interface ImportedRows {
  kind: string;
  operation: string;
  columns: readonly [header: string, target: Target][];
  rows: readonly string[][];
  fields?: FieldDefinition[];
  products?: [name: string, id: string][];
  route?: ImportPlan['route'];
  keepsBefore?: true;
}

/** An empty site whose three entities have the fields Tags and Note. */
export async function siteOfKinds(): Promise<ImportSite> {
  const world = await importSite();
  const { fields } = world.sandbox.site.state();
  for (const entity of [fields.customer, fields.organization, fields.entitlement]) {
    for (const { name, type, options } of [tags, note])
      entity.add({ id: name, name, type, options, view: 'everyone', edit: 'everyone' });
  }
  return world;
}

/** Imports rows of a kind, and waits for the end. Resolves with the job, and with why rows did not succeed. */
export async function importRows(world: ImportSite, given: ImportedRows) {
  const job = await world.finish(await startRows(world, given));
  const unsuccessful = await world.sandbox.settle(world.ada.unsuccessful(job.id));
  const reasons = unsuccessful.map(({ row, outcome, reason }) => `${row} ${outcome}: ${reason}`);
  return { job, tally: job.tally, reasons };
}

/** Starts an import of rows of a kind. Resolves with the id of the job. */
export async function startRows(world: ImportSite, given: ImportedRows): Promise<string> {
  const { kind, operation, columns, rows, fields = [], products = [], route, keepsBefore } = given;
  const plan: ImportPlan = {
    kind,
    operation,
    columns: columns.map(([header, target]): ImportColumn => ({ header, target })),
    fields,
    options: { emptyCells: 'leave', valueSeparator: ';' },
    lookups: { organizations: [], products },
    ...(route && { route }),
    ...(keepsBefore && { keepsBefore }),
  };
  const stored = rows.map((cells, at): StoredRow => [at + 2, [...cells]]);
  return world.sandbox.settle(world.ada.startImport({ plan, rows: stored }));
}

/** Puts things into the emulated site. Each resolves to the id. */
export const furnishing = (world: ImportSite) => ({
  addCustomer: (email: string, displayName = email): string => {
    const id = `qm:1:${email}`;
    const entry = { id, email, displayName, createdAt: 0, details: new Map(), organizations: new Set<string>() };
    world.sandbox.site.state().customers.add(entry);
    return id;
  },
  addOrganization: (id: string, name: string): string => {
    world.sandbox.site.state().organizations.add({ id, name, details: new Map(), customers: new Set<string>() });
    return id;
  },
  addProduct: (id: string, name: string): string => {
    world.sandbox.site.state().products.add({ id, name });
    return id;
  },
});

/** What an entity of the emulated site holds in a field. */
export const valuesOf = (entity: { details: ReadonlyMap<string, readonly string[]> } | undefined, field: string) =>
  entity?.details.get(field);
