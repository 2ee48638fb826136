import { nameMatcher } from '../../domain/import/match-names';
import type { importResolvers } from '../../contract/resolvers/imports';
import type { Handler, HandlersOf } from '../define';
import { fillableFields } from '../imports/fields';
import { deleteMapping, readMappings, saveMapping } from '../imports/mappings';

const organizations: Handler<'imports.organizations'> = async ({ names }, { csm }) => {
  if (names.length === 0) return { matches: [] };
  const found = await csm.call('get-multiple-organizations', { body: { organizationNames: names } });
  const named = found.organizations.flatMap(({ id, name }) =>
    id === undefined || name === undefined ? [] : [{ id, name }],
  );
  return { matches: nameMatcher(named)(names) };
};

export const importHandlers: HandlersOf<typeof importResolvers> = {
  'imports.fields': async ({ entity }, { csm }) => ({ fields: await fillableFields(csm, entity) }),
  'imports.mappings': async () => ({ mappings: await readMappings() }),
  'imports.saveMapping': async ({ mapping }) => ({ mappings: await saveMapping(mapping) }),
  'imports.deleteMapping': async ({ name }) => ({ mappings: await deleteMapping(name) }),
  'imports.organizations': organizations,
};
