import * as v from 'valibot';
import type { DetailFieldType, FieldDefinition } from '../../../../contract/fields';
import type { Target } from '../../../../contract/imports';

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

const customer: TargetOption[] = [
  { label: 'Email (identifier)', value: 'email' },
  { label: 'Customer ID (identifier)', value: 'customerId' },
  { label: 'Display name', value: 'displayName' },
];

const associations: TargetOption[] = [
  { label: 'Organization, by name', value: 'organization name' },
  { label: 'Organization, by ID', value: 'organization id' },
  { label: 'Product, by name', value: 'product name' },
  { label: 'Product, by ID', value: 'product id' },
];

const DETAIL = 'detail ';

/** Every place a column of customers can go to, as UI Kit's Select takes them. */
export function targetGroups(fields: readonly FieldDefinition[]): TargetGroup[] {
  const details = fields.map(({ name, type }) => ({
    label: `${name} (${typeWords[type]})`,
    value: `${DETAIL}${name}`,
  }));
  return [
    { label: 'This column', options: [nothing] },
    { label: 'Customer', options: customer },
    ...(details.length === 0 ? [] : [{ label: 'Detail field', options: details }]),
    { label: 'Associated with', options: associations },
  ];
}

/** The value of the option that stands for a target. */
export function optionValueOf(target: Target): string {
  if (target.to === 'detail') return `${DETAIL}${target.field}`;
  return target.to === 'organization' || target.to === 'product' ? `${target.to} ${target.by}` : target.to;
}

/** The option that stands for a target; a field the site does not have any more still has its name. */
export function optionOf(target: Target, groups: readonly TargetGroup[]): TargetOption {
  const value = optionValueOf(target);
  const known = groups.flatMap(({ options }) => options).find((option) => option.value === value);
  return known ?? { label: target.to === 'detail' ? target.field : value, value };
}

const simpleTargets: ReadonlyMap<string, Target> = new Map<string, Target>([
  ['email', { to: 'email' }],
  ['customerId', { to: 'customerId' }],
  ['displayName', { to: 'displayName' }],
  ['organization name', { to: 'organization', by: 'name' }],
  ['organization id', { to: 'organization', by: 'id' }],
  ['product name', { to: 'product', by: 'name' }],
  ['product id', { to: 'product', by: 'id' }],
]);

/** The target an option stands for. A value that is none of ours means that the column is not imported. */
export function targetOf(value: string): Target {
  if (value.startsWith(DETAIL)) return { to: 'detail', field: value.slice(DETAIL.length) };
  return simpleTargets.get(value) ?? { to: 'nothing' };
}

const selected = v.object({ value: v.string() });

/** The value of what UI Kit's Select hands to onChange; null when nothing is selected. */
export function selectedValue(option: unknown): string | null {
  const parsed = v.safeParse(selected, option);
  return parsed.success ? parsed.output.value : null;
}
