import * as v from 'valibot';
import type { DirectoryRecord } from '../../contract/directory';

// A list over 30,000 customers looks at half a million of these: one test for all is ten times as fast as one schema for each.
const texts = v.custom<string[]>((value) => Array.isArray(value) && value.every((one) => typeof one === 'string'));
const numbers = v.custom<number[]>((value) => Array.isArray(value) && value.every((one) => typeof one === 'number'));

/** What a field holds in each row: '' where it holds nothing, or several values, which stand beside the others. */
const fieldSchema = v.object({ name: v.string(), values: texts, several: v.array(v.tuple([v.number(), texts])) });
type StoredField = v.InferOutput<typeof fieldSchema>;

/**
 * A part as it is stored: by columns, where what is alike stands together and packs to less than rows do, with the names
 * of organizations and products once each. All columns are flat: how many memberships and entitlements each record has
 * stands beside them, and a field has the values of those records that hold several apart from the others.
 */
const partSchema = v.object({
  readAt: numbers,
  ids: texts,
  names: texts,
  /** Empty where there is none. */
  emails: texts,
  /** -1 where it is not known. */
  customers: numbers,
  /** Ids and names of the organizations and products that the others name by their places; -1 names nothing. */
  organizations: v.object({ ids: texts, names: texts }),
  products: v.object({ ids: texts, names: texts }),
  sources: texts,
  memberships: v.object({ counts: numbers, of: numbers }),
  held: v.object({
    ...{ counts: numbers, products: numbers, sources: numbers, ends: texts },
    /** The ids of those that have one, which are few, each with its place among all. */
    ids: v.optional(v.array(v.tuple([v.number(), v.string()])), []),
  }),
  fields: v.array(fieldSchema),
  /** As `fields`, of the entitlements in their order; earlier versions kept none. */
  heldFields: v.optional(v.array(fieldSchema), []),
});
type StoredPart = v.InferOutput<typeof partSchema>;

/** Numbers things by their ids, each once. */
function numbering() {
  const places = new Map<string, number>();
  const all = { ids: [] as string[], names: [] as string[] };
  return {
    all,
    of(id: string, name: string): number {
      const known = places.get(id);
      if (known !== undefined) return known;
      places.set(id, all.ids.length);
      all.names.push(name);
      return all.ids.push(id) - 1;
    },
  };
}

/** The JSON of a part. */
export function partJson(records: readonly DirectoryRecord[]): string {
  const [organizations, products, sources] = [numbering(), numbering(), numbering()];
  const memberships = records.map((one) => one.organizations.map(({ id, name }) => organizations.of(id, name)));
  const held = records.flatMap(({ entitlements }) => entitlements);
  const part: StoredPart = {
    readAt: records.map(({ readAt }) => readAt),
    ids: records.map(({ id }) => id),
    names: records.map(({ name }) => name),
    emails: records.map(({ email }) => email ?? ''),
    customers: records.map(({ customers }) => customers ?? -1),
    memberships: { counts: memberships.map(({ length }) => length), of: memberships.flat() },
    held: {
      counts: records.map(({ entitlements }) => entitlements.length),
      products: held.map(({ product }) => products.of(product.id, product.name)),
      sources: held.map(({ via }) => (via === null ? -1 : sources.of(via, ''))),
      ends: held.map(({ endsOn }) => endsOn ?? ''),
      ids: held.flatMap(({ id }, at): [number, string][] => (id === undefined ? [] : [[at, id]])),
    },
    organizations: organizations.all,
    products: products.all,
    sources: sources.all.ids,
    fields: fieldsOf(records.map(({ values }) => values)),
    heldFields: fieldsOf(held.map(({ values = [] }) => values)),
  };
  return JSON.stringify(part);
}

function fieldsOf(rows: readonly DirectoryRecord['values'][]): StoredField[] {
  const fields = new Map<string, StoredField>();
  for (const [row, values] of rows.entries()) {
    for (const [name, held] of values) {
      const field = fields.get(name) ?? { name, values: rows.map(() => ''), several: [] };
      fields.set(name, field);
      if (held.length === 1 && held[0] !== undefined && held[0] !== '') field.values[row] = held[0];
      else if (held.length > 0) field.several.push([row, held]);
    }
  }
  return [...fields.values()];
}

/** The records of a part. @throws ValiError, SyntaxError for what is none */
export function parsePart(json: string): DirectoryRecord[] {
  const part = v.parse(partSchema, JSON.parse(json));
  const named = ({ ids, names }: StoredPart['products']) => ids.map((id, place) => ({ id, name: names[place] ?? id }));
  const [organizations, products] = [named(part.organizations), named(part.products)];
  const [valuesOf, heldValuesOf] = [valuesReader(part.fields), valuesReader(part.heldFields)];
  const heldIds = new Map(part.held.ids);
  let [membership, holding] = [0, 0];
  return part.ids.map((id, row): DirectoryRecord => {
    const record: DirectoryRecord = {
      id,
      name: part.names[row] ?? '',
      email: part.emails[row] || null,
      customers: (part.customers[row] ?? -1) < 0 ? null : (part.customers[row] ?? null),
      readAt: part.readAt[row] ?? 0,
      organizations: [],
      entitlements: [],
      values: valuesOf(row),
    };
    for (const last = membership + (part.memberships.counts[row] ?? 0); membership < last; membership += 1) {
      const organization = organizations[part.memberships.of[membership] ?? -1];
      if (organization !== undefined) record.organizations.push(organization);
    }
    for (const last = holding + (part.held.counts[row] ?? 0); holding < last; holding += 1) {
      const product = products[part.held.products[holding] ?? -1];
      const via = part.sources[part.held.sources[holding] ?? -1] ?? null;
      if (product === undefined) continue;
      const heldId = heldIds.get(holding);
      const endsOn = part.held.ends[holding] || null;
      const held = { product, via, endsOn, ...(heldId !== undefined && { id: heldId }) };
      const values = via === null ? heldValuesOf(holding) : [];
      record.entitlements.push(values.length === 0 ? held : { ...held, values });
    }
    return record;
  });
}

/** Puts the values of a row together again. */
function valuesReader(stored: readonly StoredField[]): (row: number) => DirectoryRecord['values'] {
  const fields = stored.map(({ name, values, several }) => ({ name, values, several: new Map(several) }));
  return (row) => {
    const all: DirectoryRecord['values'] = [];
    for (const { name, values, several } of fields) {
      const held = values[row] ?? '';
      const more = held === '' ? several.get(row) : undefined;
      if (held !== '') all.push([name, [held]]);
      else if (more !== undefined) all.push([name, more]);
    }
    return all;
  };
}
