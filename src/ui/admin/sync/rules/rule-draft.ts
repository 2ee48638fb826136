import type { Product } from '../../../../contract/entitlements';
import type { FieldDefinition } from '../../../../contract/fields';
import { MAX_CONDITION_VALUES, type RuleSettings } from '../../../../contract/rules';
import { isTimeZone } from '../../../../domain/syncs/schedule';
import { type NewValues, newValueDetails, newValueProblems } from '../../../shared/details/new-values';

/** The detail fields that a rule can name. */
export interface RuleFieldLists {
  organization: readonly FieldDefinition[];
  entitlement: readonly FieldDefinition[];
}

/** A rule while it is being written. */
export interface RuleDraft {
  name: string;
  /** The organization field, and the values that are chosen of it; where it is no field of options, one a line. */
  field: string;
  options: readonly string[];
  lines: string;
  product: Product | null;
  values: NewValues;
  countsInherited: boolean;
  revokes: boolean;
  every: RuleSettings['schedule']['every'];
  hour: string;
  day: string;
  timeZone: string;
  percent: string;
  rows: string;
}

export const ruleKeys = ['name', 'field', 'wanted', 'product'] as const;
export const limitKeys = ['timeZone', 'percent', 'rows'] as const;

/** A draft for a new rule; the time zone is the browser's. */
export const newDraft = (): RuleDraft => ({
  ...{ name: '', field: '', options: [], lines: '', product: null, values: {} },
  ...{ countsInherited: true, revokes: true, every: 'day', hour: '3', day: '1', percent: '20', rows: '500' },
  timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
});

export function draftOf(settings: RuleSettings): RuleDraft {
  const { name, condition, product, values, countsInherited, revokes, limits, schedule, timeZone } = settings;
  return {
    ...{ name, product, countsInherited, revokes, timeZone },
    ...{ field: condition.field, options: condition.values, lines: condition.values.join('\n') },
    values: Object.fromEntries(values.map((value) => [value.name, value.values])),
    every: schedule.every,
    hour: 'hour' in schedule ? String(schedule.hour) : '3',
    day: 'day' in schedule ? String(schedule.day) : '1',
    percent: String(limits.percent),
    rows: String(limits.rows),
  };
}

/** Whether the values of a field are chosen from a list. */
export const hasOptions = (field: FieldDefinition | undefined): boolean =>
  field?.type === 'SELECT' || field?.type === 'MULTISELECT' || field?.type === 'BOOLEAN';

const fieldOf = ({ field }: RuleDraft, { organization }: RuleFieldLists): FieldDefinition | undefined =>
  organization.find(({ name }) => name === field);

function wantedValues(draft: RuleDraft, lists: RuleFieldLists): string[] {
  const given = hasOptions(fieldOf(draft, lists)) ? draft.options : draft.lines.split('\n');
  return [...new Set(given.map((value) => value.trim()).filter((value) => value !== ''))];
}

const isWhole = (text: string, most: number): boolean => /^\d{1,7}$/.test(text.trim()) && Number(text) <= most;

/** What is wrong with a draft, by field. */
export function errorsOf(draft: RuleDraft, lists: RuleFieldLists): Record<string, string> {
  const { name, field, product, percent, rows, timeZone, values } = draft;
  const wanted = wantedValues(draft, lists);
  return {
    ...newValueProblems(lists.entitlement, values),
    ...(name.trim() === '' && { name: 'Enter a name.' }),
    ...(field === '' && { field: 'Choose a field of organizations.' }),
    ...(field !== '' && wanted.length === 0 && { wanted: 'Choose or enter at least one value.' }),
    ...(wanted.length > MAX_CONDITION_VALUES && { wanted: `A rule can have up to ${MAX_CONDITION_VALUES} values.` }),
    ...(wanted.some((value) => value.length > 255) && { wanted: 'A value can have up to 255 characters. Shorten it.' }),
    ...(product === null && { product: 'Choose the product.' }),
    ...(!isTimeZone(timeZone.trim()) && { timeZone: 'Enter a time zone such as Europe/Berlin.' }),
    ...(!isWhole(percent, 100) && { percent: 'Enter a whole number from 0 to 100.' }),
    ...(!isWhole(rows, 1_000_000) && { rows: 'Enter a whole number from 0 to 1,000,000.' }),
  };
}

function scheduleOf({ every, ...at }: RuleDraft): RuleSettings['schedule'] {
  const [hour, day] = [Number(at.hour), Number(at.day)];
  if (every === 'day') return { every, hour };
  return every === 'week' ? { every, day, hour } : { every };
}

/** The settings that a draft without errors means; null where it has no product. */
export function settingsOf(draft: RuleDraft, lists: RuleFieldLists): RuleSettings | null {
  const { name, field, product, values, countsInherited, revokes, percent, rows, timeZone } = draft;
  if (product === null) return null;
  return {
    ...{ name: name.trim(), product, countsInherited, revokes, timeZone: timeZone.trim() },
    condition: { field, values: wantedValues(draft, lists) },
    values: newValueDetails(lists.entitlement, values),
    limits: { percent: Number(percent), rows: Number(rows) },
    schedule: scheduleOf(draft),
  };
}
