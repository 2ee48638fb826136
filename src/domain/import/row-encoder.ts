import type { ImportPlan } from '../../contract/imports';
import { checkEmail } from '../fields/formats';
import { valueChecker } from '../fields/value';
import { idReader, nameReader, type AssociationReader } from './association';
import { MAX_EMAIL_CHARS, MAX_NAME_CHARS } from './limits';
import type { CustomerProfileOperation, CustomerProfilePayload } from './operation';
import type { RowProblem } from './problem';

/** Names of the site that several organizations or products carry; known while a file is checked, not stored in a plan. */
export interface AmbiguousNames {
  organizations: ReadonlySet<string>;
  products: ReadonlySet<string>;
}

export type EncodedRow =
  | { operation: CustomerProfileOperation; problems: readonly RowProblem[] }
  | { operation: null; problems: readonly RowProblem[] };

/** Adds what one cell says to the payload, or says what is wrong with the cell. */
type CellReader = (raw: string, payload: CustomerProfilePayload) => Omit<RowProblem, 'column'> | null;

interface CompiledColumn {
  index: number;
  header: string;
  read: CellReader;
}

const noProblems: readonly RowProblem[] = [];

const readEmail: CellReader = (raw, payload) => {
  const text = raw.trim();
  if (text === '') return null;
  const checked = checkEmail(text);
  if (!checked.ok) return { value: raw, message: checked.message };
  if (text.length > MAX_EMAIL_CHARS) {
    return { value: raw, message: `Longer than ${MAX_EMAIL_CHARS} characters, the maximum for an email address.` };
  }
  payload.email = text;
  return null;
};

const readCustomerId: CellReader = (raw, payload) => {
  const text = raw.trim();
  if (text === '') return null;
  if (text.length > MAX_NAME_CHARS || /\s/.test(text)) {
    return { value: raw, message: `Not a customer ID. It has no spaces and up to ${MAX_NAME_CHARS} characters.` };
  }
  payload.customerId = text;
  return null;
};

const readDisplayName: CellReader = (raw, payload) => {
  const text = raw.trim();
  if (text === '') return null;
  if (text.length > MAX_NAME_CHARS) {
    return { value: raw, message: `Longer than ${MAX_NAME_CHARS} characters, the maximum for a name. Shorten it.` };
  }
  payload.displayName = text;
  return null;
};

function detailReader(plan: ImportPlan, name: string, dateOrder: 'iso' | 'dmy' | 'mdy' | undefined): CellReader {
  const field = plan.fields.find((candidate) => candidate.name === name);
  if (!field) {
    return (raw) => ({ value: raw, message: `Your site has no detail field "${name}". Map the column again.` });
  }
  const check = valueChecker(field, { dateOrder, separator: plan.options.valueSeparator });
  // A customer that is created has nothing to clear.
  const clears = plan.options.emptyCells === 'clear' && plan.operation !== 'CREATE';
  return (raw, payload) => {
    if (raw === '' && !clears) return null;
    const checked = check(raw);
    if (!checked.ok) return { value: raw, message: checked.message };
    if (checked.values.length > 0 || clears) (payload.details ??= []).push({ name, values: checked.values });
    return null;
  };
}

function organizationReader(read: AssociationReader): CellReader {
  return (raw, payload) => {
    if (raw === '') return null;
    const found = read(raw);
    if (!('ids' in found)) return found;
    if (found.ids.length > 0) payload.associateOrganizations = { organizationIds: found.ids.map(Number) };
    return null;
  };
}

function productReader(read: AssociationReader): CellReader {
  return (raw, payload) => {
    if (raw === '') return null;
    const found = read(raw);
    if (!('ids' in found)) return found;
    if (found.ids.length > 0) payload.associateProducts = { productIds: found.ids };
    return null;
  };
}

function associationReader(
  plan: ImportPlan,
  entity: 'organization' | 'product',
  by: 'id' | 'name',
  ambiguous: AmbiguousNames | undefined,
): AssociationReader {
  const separator = plan.options.valueSeparator;
  if (by === 'id') return idReader(entity, separator);
  const list = entity === 'organization' ? 'organizations' : 'products';
  return nameReader(entity, separator, {
    ids: new Map(plan.lookups[list]),
    ...(ambiguous && { ambiguous: ambiguous[list] }),
  });
}

function compile(plan: ImportPlan, ambiguous: AmbiguousNames | undefined): CompiledColumn[] {
  return plan.columns.flatMap(({ header, target }, index) => {
    const column = (read: CellReader) => [{ index, header, read }];
    switch (target.to) {
      case 'email':
        return column(readEmail);
      case 'customerId':
        return column(readCustomerId);
      case 'displayName':
        return column(readDisplayName);
      case 'detail':
        return column(detailReader(plan, target.field, target.dateOrder));
      case 'organization':
        return column(organizationReader(associationReader(plan, 'organization', target.by, ambiguous)));
      case 'product':
        return column(productReader(associationReader(plan, 'product', target.by, ambiguous)));
      case 'nothing':
        return [];
    }
  });
}

/** Why the payload does not name its customer, or null. A customer is created by e-mail only. CSM reference. */
function missingIdentity(plan: ImportPlan, payload: CustomerProfilePayload): RowProblem | null {
  if (payload.email !== undefined) return null;
  if (plan.operation === 'CREATE') {
    return {
      column: null,
      value: '',
      message: 'The row has no email address. A customer can’t be created without one.',
    };
  }
  if (payload.customerId !== undefined) return null;
  return {
    column: null,
    value: '',
    message: 'The row doesn’t identify a customer: it has no email address and no ID.',
  };
}

/**
 * Makes the function that turns the cells of a row into the API operation. The same cells under the same plan give the
 * same operation each time, which keeps a batch's body fixed under its idempotency key. Rows with problems have none.
 */
export function rowEncoder(plan: ImportPlan, ambiguous?: AmbiguousNames): (cells: readonly string[]) => EncodedRow {
  const columns = compile(plan, ambiguous);
  return (cells) => {
    const payload: CustomerProfilePayload = {};
    let problems: RowProblem[] | null = null;
    for (const { index, header, read } of columns) {
      const problem = read(cells[index] ?? '', payload);
      if (problem !== null) (problems ??= []).push({ column: header, ...problem });
    }
    if (problems === null) {
      const missing = missingIdentity(plan, payload);
      if (missing === null) return { operation: { operationType: plan.operation, payload }, problems: noProblems };
      problems = [missing];
    }
    return { operation: null, problems };
  };
}
