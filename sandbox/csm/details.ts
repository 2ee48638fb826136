import type { DetailField, DetailValues, FieldAccess, FieldEntity } from './model';
import { badRequest, forbidden, notFound, type Refusal } from './refusal';
import type { SiteState } from './state';
import type { Caller } from './users';
import { valuesProblem } from './value-rules';

function hasAccess(access: FieldAccess, caller: Caller): boolean {
  return access === 'everyone' || (access === 'administrators' && caller.rights.includes('administrator'));
}

export const canView = (field: DetailField, caller: Caller): boolean => hasAccess(field.view, caller);

/** How a value is changed: UPDATE replaces, PATCH appends to a MULTISELECT, DELETE clears. */
export type DetailChange = 'UPDATE' | 'PATCH' | 'DELETE';

export interface DetailWrite {
  name: string;
  values: readonly string[];
  change: DetailChange;
}

/**
 * Changes one detail value of an entity.
 * @returns the field, or why it was refused, with nothing changed: 404 unknown field, 403 field not for this caller,
 * 400 values that the field does not take.
 */
export function writeDetail(
  state: SiteState,
  entity: { type: FieldEntity; details: DetailValues },
  write: DetailWrite,
  caller: Caller,
): DetailField | Refusal {
  const field = state.fields[entity.type].find(write.name);
  if (field === undefined) return notFound(`There is no detail field "${write.name}".`);
  if (!hasAccess(field.edit, caller)) return forbidden(`You may not edit the detail field "${field.name}".`);
  if (write.change === 'PATCH' && field.type !== 'MULTISELECT') {
    return badRequest(`Values can only be added to a field of type MULTISELECT: "${field.name}".`);
  }
  const values = isEmpty(write.values) ? [] : write.values;
  const problem = valuesProblem(field, values);
  if (problem !== null) return badRequest(problem);
  const before = write.change === 'PATCH' ? (entity.details.get(field.id) ?? []) : [];
  const after = write.change === 'DELETE' ? [] : [...new Set([...before, ...values])];
  if (after.length === 0) entity.details.delete(field.id);
  else entity.details.set(field.id, after);
  return field;
}

/** One empty value stands for none. CSM reference, detail values. */
const isEmpty = (values: readonly string[]): boolean => values.length === 1 && values[0] === '';

export function fieldTypeView(field: DetailField): object {
  const hasOptions = field.type === 'SELECT' || field.type === 'MULTISELECT';
  return { name: field.type, ...(hasOptions && { options: field.options }) };
}

/** Every field the caller may see, with or without values, as the contract's DetailField. */
export function detailsView(state: SiteState, type: FieldEntity, details: DetailValues, caller: Caller): object[] {
  return [...state.fields[type].values()].flatMap((field, position) =>
    canView(field, caller)
      ? [
          {
            id: field.id,
            name: field.name,
            type: fieldTypeView(field),
            values: details.get(field.id) ?? [],
            configuration: { position },
          },
        ]
      : [],
  );
}

/** The fields that hold a value and that the caller may see, as the contract's ProfileDetailField. */
export function profileDetailsView(
  state: SiteState,
  type: FieldEntity,
  details: DetailValues,
  caller: Caller,
): object[] {
  return [...state.fields[type].values()].flatMap((field) => {
    const values = details.get(field.id);
    if (values === undefined || !canView(field, caller)) return [];
    return [{ name: field.name, value: { type: field.type, text: values } }];
  });
}
