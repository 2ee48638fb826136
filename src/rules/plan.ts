import type { FieldDefinition } from '../contract/fields';
import type { ImportPlan, StoredRow } from '../contract/imports';
import type { RuleChange } from '../contract/rules';
import { kindOf } from '../domain/kinds';
import type { Found } from '../domain/rules/found';
import type { Rule } from '../domain/rules/rule';

const operations: Record<RuleChange, string> = { grant: 'GRANT', change: 'UPDATE', revoke: 'REVOKE' };

/** Options have no comma, so that several of them are told by it. CSM reference, detail fields. */
const SEPARATOR = ',';
const KIND = 'entitlements';
/** Rows are numbered as those of a file, whose first one names the columns. */
const FIRST_ROW = 2;

/** The plan of the job that makes a change of a rule, which can be undone. Values are left out where they are revoked. */
export function planOf(
  { values }: Pick<Rule, 'values'>,
  change: RuleChange,
  fields: readonly FieldDefinition[],
): ImportPlan {
  const written = change === 'revoke' ? [] : values;
  const notation = { NUMBER: { decimal: '.' }, DATE: { dateOrder: 'iso' } } as const;
  return {
    kind: KIND,
    operation: operations[change],
    columns: [
      { header: 'Customer ID', target: { to: 'customerId' } },
      { header: 'Customer', target: { to: 'nothing' } },
      { header: 'Email', target: { to: 'nothing' } },
      { header: 'Product ID', target: { to: 'product', by: 'id' } },
      { header: 'Entitlement ID', target: { to: 'entitlementId' } },
      ...written.map(({ name }) => {
        const type = fields.find((field) => field.name === name)?.type;
        const written = type === 'NUMBER' || type === 'DATE' ? notation[type] : {};
        return { header: name, target: { to: 'detail', field: name, ...written } };
      }),
    ],
    fields: fields.filter(({ name }) => written.some((value) => value.name === name)),
    options: { emptyCells: 'leave', valueSeparator: SEPARATOR },
    lookups: { organizations: [], products: [] },
    keepsBefore: true,
  };
}

/** The rows of that job. `granted`: the entitlements that the rule has granted, by customer. */
export function rowsOf(
  { values, product }: Pick<Rule, 'values' | 'product'>,
  change: RuleChange,
  customers: readonly Found[],
  granted: ReadonlyMap<string, string>,
): StoredRow[] {
  const cells = change === 'revoke' ? [] : values.map((value) => value.values.join(SEPARATOR));
  return customers.map(([customerId, , name, email], at): StoredRow => {
    const entitlementId = change === 'grant' ? '' : (granted.get(customerId) ?? '');
    return [at + FIRST_ROW, [customerId, name, email, product.id, entitlementId, ...cells]];
  });
}

/** What is wrong with the values that a rule sets, as the site's fields are now; null where nothing is. */
export function valueProblem(
  rule: Pick<Rule, 'values' | 'product'>,
  fields: readonly FieldDefinition[],
): string | null {
  const missing = rule.values.find(({ name }) => !fields.some((field) => field.name === name));
  if (missing !== undefined) return `Entitlements on your site have no detail field “${missing.name}”.`;
  const [row] = rowsOf(rule, 'grant', [['customer', 'grant', '', '']], new Map());
  const problem = kindOf(KIND).encoder(planOf(rule, 'grant', fields))(row?.[1] ?? []).problems[0];
  if (problem === undefined) return null;
  return problem.column === null ? problem.message : `${problem.column}: ${problem.message}`;
}
