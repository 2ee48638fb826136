import * as v from 'valibot';

const option = v.object({ value: v.string() });
const options = v.array(option);

/** A choice of a Select: what it sends, under the words that a person sees. */
export interface Choice {
  label: string;
  value: string;
}

/** What a Select hands to its `onChange`, whether it takes one or several: the values that are chosen now. */
export function chosenValues(chosen: unknown): string[] {
  if (v.is(option, chosen)) return [chosen.value];
  return v.is(options, chosen) ? chosen.map(({ value }) => value) : [];
}

/** The choices whose values are `values`, in their order; a value that is no choice stands for itself. */
export function choicesOf(values: readonly string[], choices: readonly Choice[]): Choice[] {
  return values.map((value) => choices.find((choice) => choice.value === value) ?? { label: value, value });
}
