import { MAX_RULES } from '../contract/rules';
import { type Rule, ruleSchema } from '../domain/rules/rule';
import { listedRecords } from '../jobs/store/listed-records';
import { ownedRecord } from '../jobs/store/owned-records';
import type { PeopleRecord } from '../platform/people-records';

/** The keys under which rules are kept. Everything of one begins with its id. */
export const keys = {
  list: 'rules',
  rule: (id: string) => `rule:${id}`,
  allOf: (id: string) => `rule:${id}:`,
  found: (id: string, chunk: number) => `rule:${id}:found:${chunk}`,
  granted: (id: string, generation: number, chunk: number) => `rule:${id}:granted:${generation}:${chunk}`,
  changes: (id: string) => `rule:${id}:changes`,
};

/** The rules of the site. */
export const {
  ids: readRuleIds,
  read: readRule,
  get: ruleOf,
  change: changeRule,
  add: addRule,
  drop: dropRule,
} = listedRecords<Rule>({ list: keys.list, keyOf: keys.rule, schema: ruleSchema, most: MAX_RULES, noun: 'rule' });

/** Who owns the rules. */
export const listRulePeople = async (): Promise<PeopleRecord[]> =>
  (await readRuleIds()).map((id) => ownedRecord(keys.rule(id), 'rule'));
