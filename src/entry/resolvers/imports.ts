import { findOrganizations } from '../../csm/names';
import { planProblem } from '../../domain/import/check-plan';
import { findKind, kindOf } from '../../domain/kinds';
import { isComparable } from '../../domain/kinds/kind';
import { jobKindOf } from '../../jobs/kinds';
import { showRows } from '../../jobs/kinds/on-site/shown-rows';
import { createSiteApi } from '../../jobs/kinds/create-site-api';
import type { importResolvers } from '../../contract/resolvers/imports';
import type { Handler, HandlersOf } from '../define';
import { fillableFields } from '../../csm/fillable-fields';
import { Refusal } from '../refusal';
import { deleteMapping, readMappings, saveMapping } from '../imports/mappings';

/** Whom rows take away, as the job will find it: looked up as the person who asks. */
const preview: Handler<'imports.preview'> = async ({ plan, rows }, { csm, jira }) => {
  const problem = planProblem(plan) ?? (kindOf(plan.kind).removes === true ? null : 'These imports take nothing away.');
  if (problem !== null) throw new Refusal('INVALID', problem, 'Map the columns of the file again.');
  const encode = kindOf(plan.kind).encoder(plan);
  if (rows.some(([, cells]) => encode(cells).operation === null))
    throw new Refusal('INVALID', 'A row has problems.', 'Check the file again.');
  return { rows: await jobKindOf(plan.kind).preview(createSiteApi(csm, jira), rows, plan) };
};

/** What the site shows of the records of rows, to the person who asks. */
const shown: Handler<'imports.shown'> = async (request, { csm, jira }) => {
  const kind = findKind(request.kind);
  if (kind === undefined || !isComparable(kind))
    throw new Refusal('INVALID', 'Imports of this kind can’t be compared with your site.');
  return { entities: await showRows(createSiteApi(csm, jira), request) };
};

export const importHandlers: HandlersOf<typeof importResolvers> = {
  'imports.fields': async ({ entity }, { csm }) => ({ fields: await fillableFields(csm, entity) }),
  'imports.mappings': async () => ({ mappings: await readMappings() }),
  'imports.saveMapping': async ({ mapping }) => ({ mappings: await saveMapping(mapping) }),
  'imports.deleteMapping': async ({ name }) => ({ mappings: await deleteMapping(name) }),
  'imports.organizations': async ({ names }, { csm }) => ({ matches: await findOrganizations(csm, names) }),
  'imports.preview': preview,
  'imports.shown': shown,
};
