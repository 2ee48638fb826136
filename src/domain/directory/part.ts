import * as v from 'valibot';
import type { DirectoryRecord } from '../../contract/directory';

const at = v.pipe(v.number(), v.integer(), v.minValue(0));
const named = v.tuple([v.string(), v.string()]);

/**
 * A part as it is stored: by columns, where what is alike stands together and packs to less than rows do, with the names
 * of organizations, products and fields once each. `held` has the entitlements: product, organization it comes from
 * (-1: none), last day.
 */
const partSchema = v.object({
  readAt: v.array(v.number()),
  ids: v.array(v.string()),
  names: v.array(v.string()),
  emails: v.array(v.nullable(v.string())),
  customers: v.array(v.nullable(v.number())),
  organizations: v.array(named),
  products: v.array(named),
  sources: v.array(v.string()),
  memberOf: v.array(v.array(at)),
  held: v.array(v.array(v.tuple([at, v.number(), v.nullable(v.string())]))),
  fields: v.array(v.tuple([v.string(), v.array(v.union([v.string(), v.array(v.string())]))])),
});
type StoredPart = v.InferOutput<typeof partSchema>;

/** Numbers things by their ids, each once. */
function numbering() {
  const places = new Map<string, number>();
  const all: [string, string][] = [];
  return {
    all,
    of(id: string, name: string): number {
      const known = places.get(id);
      if (known !== undefined) return known;
      places.set(id, all.length);
      all.push([id, name]);
      return all.length - 1;
    },
  };
}

const NOTHING: string[] = [];

/** The JSON of a part. */
export function partJson(records: readonly DirectoryRecord[]): string {
  const [organizations, products, sources] = [numbering(), numbering(), numbering()];
  const fields = [...new Set(records.flatMap(({ values }) => values.map(([field]) => field)))];
  const columns = fields.map((field): StoredPart['fields'][number] => [
    field,
    // One value is what most fields hold: it stands without its brackets.
    records.map(({ values }) => {
      const held = values.find(([name]) => name === field)?.[1] ?? NOTHING;
      return held.length === 1 && held[0] !== undefined && held[0] !== '' ? held[0] : held.length === 0 ? '' : held;
    }),
  ]);
  const part: StoredPart = {
    readAt: records.map(({ readAt }) => readAt),
    ids: records.map(({ id }) => id),
    names: records.map(({ name }) => name),
    emails: records.map(({ email }) => email),
    customers: records.map(({ customers }) => customers),
    memberOf: records.map((record) => record.organizations.map(({ id, name }) => organizations.of(id, name))),
    held: records.map(({ entitlements }) =>
      entitlements.map(({ product, via, endsOn }) => [
        products.of(product.id, product.name),
        via === null ? -1 : sources.of(via, ''),
        endsOn,
      ]),
    ),
    organizations: organizations.all,
    products: products.all,
    sources: sources.all.map(([id]) => id),
    fields: columns,
  };
  return JSON.stringify(part);
}

/** The records of a part. @throws ValiError, SyntaxError for what is none */
export function parsePart(json: string): DirectoryRecord[] {
  const part = v.parse(partSchema, JSON.parse(json));
  const organizations = part.organizations.map(([id, name]) => ({ id, name }));
  const products = part.products.map(([id, name]) => ({ id, name }));
  return part.ids.map((id, row): DirectoryRecord => ({
    id,
    name: part.names[row] ?? '',
    email: part.emails[row] ?? null,
    customers: part.customers[row] ?? null,
    readAt: part.readAt[row] ?? 0,
    organizations: (part.memberOf[row] ?? []).flatMap((place) => organizations[place] ?? []),
    entitlements: (part.held[row] ?? []).flatMap(([place, source, endsOn]) => {
      const product = products[place];
      return product === undefined ? [] : [{ product, via: part.sources[source] ?? null, endsOn }];
    }),
    values: part.fields.flatMap(([field, column]): DirectoryRecord['values'] => {
      const held = column[row] ?? '';
      if (held === '') return [];
      return [[field, typeof held === 'string' ? [held] : held]];
    }),
  }));
}
