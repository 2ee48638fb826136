/** One line of the benchmark: a value, what it is held against, and the most their ratio may be. */
export interface Measurement {
  name: string;
  unit: string;
  value: number;
  reference: number;
  /** `value / reference`. */
  ratio: number;
  /** The most that `ratio` may be. Source: design, "Budgets". */
  budget: number;
  ok: boolean;
}

export function measurement(name: string, facts: Pick<Measurement, 'unit' | 'value' | 'reference' | 'budget'>) {
  const ratio = facts.value / facts.reference;
  return { name, ...facts, ratio, ok: ratio <= facts.budget } satisfies Measurement;
}

export const formatRows = (rows: number): string => rows.toLocaleString('en-US');
