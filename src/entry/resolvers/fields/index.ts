import { detailEntities } from '../../../contract/details';
import type { FieldView } from '../../../contract/fields';
import type { RequestOf } from '../../../contract/resolvers';
import type { fieldResolvers } from '../../../contract/resolvers/fields';
import { fieldNameProblem, hasOptions, optionCountProblem, optionProblems } from '../../../domain/fields/definition';
import { isolated } from '../../../domain/isolated';
import { inParallel } from '../../../platform/in-parallel';
import { Changed } from '../../changed';
import type { Handler, HandlersOf } from '../../define';
import { notingUntold } from '../../directory/noting';
import { followRename } from '../../profile/settings';
import { Refusal } from '../../refusal';
import { definitionsOf, fieldView } from '../../../csm/definitions';

/** Options of a field that are named when it is said how the field is now. */
const LISTED_OPTIONS = 5;
/** Searches of the site that are under way at a time while holders are counted. */
const SEARCHES_AT_A_TIME = 5;

const list: Handler<'fields.list'> = async ({ entity }, { csm }) => ({ fields: await definitionsOf[entity].list(csm) });

const slots: Handler<'fields.slots'> = async (_, { csm }) => {
  const used = detailEntities.map(async (entity) => ({ entity, used: (await definitionsOf[entity].list(csm)).length }));
  return { slots: await Promise.all(used) };
};

const create: Handler<'fields.create'> = async ({ entity, name, type, options }, { csm }) => {
  const present = await definitionsOf[entity].list(csm);
  refuseName(name, present);
  refuseOn(optionsProblem(type, options));
  const asked = { name: type, ...(hasOptions(type) && { options }) };
  const created = await definitionsOf[entity].create(csm, { name: name.trim(), type: asked });
  return fieldView(created, present.length);
};

const edit: Handler<'fields.edit'> = async ({ entity, seen, name, options }, { csm }) => {
  const present = await definitionsOf[entity].list(csm);
  const field = fieldNamed(seen.name, present);
  if (field.type !== seen.type) throw changed(field);
  if (!isSame(field.options, seen.options)) throw new Changed('the list of options', field.options);
  refuseName(
    name,
    present.filter((other) => other !== field),
  );
  refuseOn(optionsProblem(field.type, options));
  // The whole list goes with a rename too: the reference does not say that a list left out is a list kept.
  const body = { name: name.trim(), ...(hasOptions(field.type) && { options }) };
  const edited = fieldView(await definitionsOf[entity].edit(csm, field.name, body), field.position);
  if (edited.name !== field.name) await followRename(entity, field.name, edited.name);
  return edited;
};

const remove: Handler<'fields.delete'> = async ({ entity, seen }, { csm }) => {
  const field = fieldNamed(seen.name, await definitionsOf[entity].list(csm));
  if (field.type !== seen.type || !isSame(field.options, seen.options)) throw changed(field);
  await definitionsOf[entity].remove(csm, field.name);
  return {};
};

const holders: Handler<'fields.holders'> = async ({ field, values }, { csm }) => {
  const totals = new Map<string, number | null>();
  await inParallel(SEARCHES_AT_A_TIME, values, async (value) => {
    const found = await csm.call('search-by-detail-field', {
      // Only the total counts.
      query: { page: 1, maxResults: 1 },
      body: { detailFields: [{ name: field, value }] },
    });
    totals.set(value, found.total ?? null);
  });
  return { counts: values.map((value) => ({ value, customers: totals.get(value) ?? null })) };
};

/** @throws Refusal NOT_FOUND. The letter case is that which was seen: a rename of it alone counts as a change. */
function fieldNamed(name: string, fields: readonly FieldView[]): FieldView {
  const field = fields.find((candidate) => candidate.name === name);
  if (field !== undefined) return field;
  const advice = 'Go back to the list to see all fields.';
  throw new Refusal('NOT_FOUND', `The field “${isolated(name)}” no longer exists. It was renamed or deleted.`, advice);
}

function changed({ name, type, options }: FieldView): Refusal {
  const now = hasOptions(type) ? `its options are ${listed(options)}` : `its type is ${type}`;
  const advice = 'Check the field again before you continue.';
  return new Refusal('CONFLICT', `“${isolated(name)}” has changed since you opened it: ${now} now.`, advice);
}

function listed(options: readonly string[]): string {
  const more = options.length - LISTED_OPTIONS;
  return more > 0 ? `${options.slice(0, LISTED_OPTIONS).join(', ')} and ${more} more` : options.join(', ') || 'none';
}

function optionsProblem(type: string, options: readonly string[]): string | null {
  if (!hasOptions(type)) return options.length === 0 ? null : `A field of type ${type} has no options.`;
  return optionCountProblem(options.length) ?? optionProblems(options).find((problem) => problem !== null) ?? null;
}

/** The page knows the rules of names, and the names that there were: one that is taken was taken meanwhile. */
function refuseName(name: string, others: readonly FieldView[]): void {
  refuseOn(fieldNameProblem(name, []));
  const taken = fieldNameProblem(name, namesOf(others));
  if (taken !== null) throw new Refusal('CONFLICT', taken, 'Choose another name, then save again.');
}

function refuseOn(problem: string | null): void {
  if (problem !== null) throw new Refusal('INVALID', problem, 'Change it, then save again.');
}

const namesOf = (fields: readonly FieldView[]): string[] => fields.map(({ name }) => name);

const isSame = (some: readonly string[], others: readonly string[]): boolean =>
  some.length === others.length && some.every((each, index) => each === others[index]);

/** Fields whose values the directory keeps for a comparison. */
const isCompared = ({ entity }: Pick<RequestOf<'fields.edit'>, 'entity'>): boolean => entity !== 'entitlement';

/** Values are lost with their options, and a field of the same name that is created later has none of those that are known. */
const losesValues = ({ entity, seen, name, options }: RequestOf<'fields.edit'>): boolean =>
  isCompared({ entity }) && (name.trim() !== seen.name || seen.options.some((option) => !options.includes(option)));

export const fieldHandlers: HandlersOf<typeof fieldResolvers> = {
  'fields.list': list,
  'fields.slots': slots,
  'fields.create': create,
  'fields.edit': notingUntold(edit, losesValues),
  'fields.delete': notingUntold(remove, isCompared),
  'fields.holders': holders,
};
