import * as v from 'valibot';
import { MAX_RULES } from '../contract/rules';
import { type Rule, ruleSchema } from '../domain/rules/rule';
import { JobRefusal } from '../jobs/store/refusal';
import { ConflictError, type RecordChange, commit, deleteRecord, readRecord } from '../platform/records';

/** The keys under which rules are kept. Everything of one begins with its id. */
export const keys = {
  list: 'rules',
  rule: (id: string) => `rule:${id}`,
  allOf: (id: string) => `rule:${id}:`,
  found: (id: string, chunk: number) => `rule:${id}:found:${chunk}`,
  granted: (id: string, generation: number, chunk: number) => `rule:${id}:granted:${generation}:${chunk}`,
  changes: (id: string) => `rule:${id}:changes`,
};

/** Drivers and administrators change a rule at any time: a change is decided anew until it meets nobody. */
const TRIES = 8;

const listSchema = v.object({ ids: v.array(v.string()) });

/** The ids of all rules, in the order in which they were created. */
export async function readRuleIds(): Promise<string[]> {
  return (await readRecord(keys.list, listSchema))?.value.ids ?? [];
}

/** Undefined where there is none. */
export async function readRule(id: string): Promise<Rule | undefined> {
  return (await readRecord(keys.rule(id), ruleSchema))?.value;
}

/** @throws JobRefusal NOT_FOUND */
export async function ruleOf(id: string): Promise<Rule> {
  const found = await readRule(id);
  if (found === undefined) throw notFound();
  return found;
}

const notFound = (): JobRefusal =>
  new JobRefusal('NOT_FOUND', 'This rule can’t be found.', 'It may have been deleted.');

/**
 * Changes a rule. `decide` is called again where somebody else was faster; null leaves everything as it is.
 * @param values plain values that are written with the change, or not at all
 * @throws JobRefusal NOT_FOUND, and as `decide` does
 */
export async function changeRule(
  id: string,
  decide: (rule: Rule) => Rule | null,
  values?: ReadonlyMap<string, unknown>,
): Promise<Rule> {
  for (let attempt = 1; ; attempt += 1) {
    const found = await readRecord(keys.rule(id), ruleSchema);
    if (found === undefined) throw notFound();
    const value = decide(found.value);
    if (value === null) return found.value;
    try {
      await commit([{ key: keys.rule(id), value, over: found.revision }], values);
      return value;
    } catch (error) {
      if (!(error instanceof ConflictError) || attempt === TRIES) throw error;
    }
  }
}

/** Registers a rule. @throws JobRefusal CONFLICT where the site has MAX_RULES */
export async function addRule(rule: Rule): Promise<void> {
  await changeList(
    (ids) => {
      if (ids.length >= MAX_RULES)
        throw new JobRefusal('CONFLICT', `Your site has ${MAX_RULES} rules, the maximum.`, 'Delete one first.');
      return [...ids, rule.id];
    },
    [{ key: keys.rule(rule.id), value: rule, over: 0 }],
  );
}

/** Deletes the record of a rule, and takes it off the list. */
export async function dropRule(id: string): Promise<void> {
  await deleteRecord(keys.rule(id));
  await changeList((ids) => ids.filter((one) => one !== id));
}

async function changeList(change: (ids: string[]) => string[], beside: readonly RecordChange[] = []): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    const found = await readRecord(keys.list, listSchema);
    const ids = change(found?.value.ids ?? []);
    try {
      await commit([{ key: keys.list, value: { ids }, over: found?.revision ?? 0 }, ...beside]);
      return;
    } catch (error) {
      if (!(error instanceof ConflictError) || attempt === TRIES) throw error;
    }
  }
}
