import * as v from 'valibot';
import type { DetailFieldType } from '../../../../contract/fields';
import type { Target } from '../../../../contract/imports';
import { type Place, placeKey } from '../../../../domain/kinds/place';

/** One entry of the list of places that a column can go to. `value` names the place. */
export interface TargetOption {
  label: string;
  value: string;
}

export interface TargetGroup {
  label: string;
  options: TargetOption[];
}

const typeWords: Record<DetailFieldType, string> = {
  TEXT: 'text',
  EMAIL: 'email',
  URL: 'link',
  DATE: 'date',
  NUMBER: 'number',
  BOOLEAN: 'true or false',
  PHONE: 'phone',
  SELECT: 'one option',
  MULTISELECT: 'options',
};

const nothing: TargetOption = { label: 'Not imported', value: 'nothing' };

const typed = ({ label, field }: Place): string => (field ? `${label} (${typeWords[field.type]})` : label);

/** Every place a column can go to, as UI Kit's Select takes them. */
export function targetGroups(places: readonly Place[]): TargetGroup[] {
  const groups = new Map<string, TargetOption[]>([['This column', [nothing]]]);
  for (const place of places) {
    const options = groups.get(place.group) ?? [];
    groups.set(place.group, [...options, { label: typed(place), value: placeKey(place.target) }]);
  }
  return [...groups].map(([label, options]) => ({ label, options }));
}

/** The option that stands for a target; a field the site does not have any more still has its name. */
export function optionOf(target: Target, groups: readonly TargetGroup[]): TargetOption {
  const value = placeKey(target);
  const known = groups.flatMap(({ options }) => options).find((option) => option.value === value);
  return known ?? { label: target.field ?? value, value };
}

/** The target an option stands for. A value that is none of ours means that the column is not imported. */
export function targetOf(value: string, places: readonly Place[]): Target {
  return places.find(({ target }) => placeKey(target) === value)?.target ?? { to: 'nothing' };
}

const selected = v.object({ value: v.string() });

/** The value of what UI Kit's Select hands to onChange; null when nothing is selected. */
export function selectedValue(option: unknown): string | null {
  const parsed = v.safeParse(selected, option);
  return parsed.success ? parsed.output.value : null;
}
