import { detailFieldTypes, type DetailFieldType, type FieldDefinition } from '../../contract/fields';
import { readProducts } from '../../csm/products';
import { fold } from '../../domain/fold';
import type { importResolvers } from '../../contract/resolvers/imports';
import type { Handler, HandlersOf, Visit } from '../define';
import { deleteMapping, readMappings, saveMapping } from '../import-mappings';

/** The customer detail fields, in the order in which the site shows them. */
const fields: Handler<'imports.fields'> = async (_, { csm }) => {
  const { results } = await csm.call('get-all-customer-details');
  const inOrder = [...results].sort((a, b) => (a.configuration.position ?? 0) - (b.configuration.position ?? 0));
  return { fields: inOrder.flatMap(({ name, type }) => definitionOf(name, type.name, type.options)) };
};

/** A type that this version does not know cannot be checked or converted: its field is not offered. */
function definitionOf(name: string, type: string, options: string[] | undefined): FieldDefinition[] {
  const known: DetailFieldType | undefined = detailFieldTypes.find((candidate) => candidate === type);
  return known === undefined ? [] : [{ name, type: known, options: options ?? [] }];
}

const lookup: Handler<'imports.lookup'> = async ({ entity, names }, visit) => {
  const found = entity === 'organization' ? await organizationsNamed(names, visit) : await allProducts(visit);
  const idsByName = new Map<string, string[]>();
  for (const { id, name } of found) idsByName.set(fold(name), [...(idsByName.get(fold(name)) ?? []), id]);
  return { matches: names.map((name) => ({ name, ids: idsByName.get(fold(name)) ?? [] })) };
};

interface Named {
  id: string;
  name: string;
}

async function organizationsNamed(names: string[], { csm }: Visit): Promise<Named[]> {
  if (names.length === 0) return [];
  const { organizations } = await csm.call('get-multiple-organizations', { body: { organizationNames: names } });
  return organizations.flatMap(({ id, name }) => (id === undefined || name === undefined ? [] : [{ id, name }]));
}

/** Nothing in the API finds a product by its name; a site has few. */
async function allProducts({ csm }: Visit): Promise<Named[]> {
  return (await readProducts(csm, null, Infinity)).products;
}

export const importHandlers: HandlersOf<typeof importResolvers> = {
  'imports.fields': fields,
  'imports.mappings': async () => ({ mappings: await readMappings() }),
  'imports.saveMapping': async ({ mapping }) => ({ mappings: await saveMapping(mapping) }),
  'imports.deleteMapping': async ({ name }) => ({ mappings: await deleteMapping(name) }),
  'imports.lookup': lookup,
};
