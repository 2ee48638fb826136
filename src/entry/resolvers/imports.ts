import { detailFieldTypes, type DetailFieldType, type FieldDefinition } from '../../contract/fields';
import { nameMatcher } from '../../domain/import/match-names';
import type { importResolvers } from '../../contract/resolvers/imports';
import type { Handler, HandlersOf } from '../define';
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

const organizations: Handler<'imports.organizations'> = async ({ names }, { csm }) => {
  if (names.length === 0) return { matches: [] };
  const found = await csm.call('get-multiple-organizations', { body: { organizationNames: names } });
  const named = found.organizations.flatMap(({ id, name }) =>
    id === undefined || name === undefined ? [] : [{ id, name }],
  );
  return { matches: nameMatcher(named)(names) };
};

export const importHandlers: HandlersOf<typeof importResolvers> = {
  'imports.fields': fields,
  'imports.mappings': async () => ({ mappings: await readMappings() }),
  'imports.saveMapping': async ({ mapping }) => ({ mappings: await saveMapping(mapping) }),
  'imports.deleteMapping': async ({ name }) => ({ mappings: await deleteMapping(name) }),
  'imports.organizations': organizations,
};
