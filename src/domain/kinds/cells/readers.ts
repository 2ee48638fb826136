import { fold } from '../../fold';
import type { Checked } from '../../fields/checked';
import { checkEmail } from '../../fields/formats';
import { valueChecker } from '../../fields/value';
import { isError } from '../../import/clean/nothing';
import type { FieldDefinition } from '../../../contract/fields';
import type { CellReader, Reading } from '../place';
import {
  type AssociatedEntity,
  type AssociationReader,
  ORGANIZATION_ID_RULE,
  idReader,
  isOrganizationId,
  nameReader,
} from './association';
import { MAX_EMAIL_CHARS, MAX_NAME_CHARS } from './limits';

export const FAILED_FORMULA = 'A formula failed in this cell. Correct it in the spreadsheet, or enter the value.';

/** Takes what a cell says into the payload of its row. */
export type Taker<Payload, Value> = (payload: Payload, value: Value) => void;

/** A value of a detail field as the API takes it. CSM reference, ProfileDetailFieldValueRequest. */
export interface NamedValues {
  name: string;
  values: string[];
}

/** The rule that a cell breaks, as a problem of its column. */
const brokenRule = (raw: string, { message, value = raw, meant }: Extract<Checked, { ok: false }>) => ({
  value,
  message,
  ...(meant !== undefined && { meant }),
});

/** An e-mail address; an empty cell says nothing. */
export function emailReader<Payload>(take: Taker<Payload, string>): CellReader<Payload> {
  return (raw, payload) => {
    const text = raw.trim();
    if (text === '') return null;
    const checked = checkEmail(text);
    if (!checked.ok) return brokenRule(raw, checked);
    if (text.length > MAX_EMAIL_CHARS) {
      return { value: raw, message: `Longer than ${MAX_EMAIL_CHARS} characters, the maximum for an email address.` };
    }
    take(payload, text);
    return null;
  };
}

export const isCustomerId = (text: string): boolean => text.length <= MAX_NAME_CHARS && !/\s/.test(text);

/** The id of a customer; an empty cell says nothing. */
export function customerIdReader<Payload>(take: Taker<Payload, string>): CellReader<Payload> {
  return (raw, payload) => {
    const text = raw.trim();
    if (text === '') return null;
    if (!isCustomerId(text)) {
      return { value: raw, message: `Not a customer ID. It has no spaces and up to ${MAX_NAME_CHARS} characters.` };
    }
    take(payload, text);
    return null;
  };
}

/** The id of an organization, a positive whole number; an empty cell says nothing. */
export function organizationIdReader<Payload>(take: Taker<Payload, string>): CellReader<Payload> {
  return (raw, payload) => {
    const text = raw.trim();
    if (text === '') return null;
    if (!isOrganizationId(text)) return { value: raw, message: ORGANIZATION_ID_RULE };
    take(payload, String(Number(text)));
    return null;
  };
}

/** A name of at most `maxChars` characters; an empty cell says nothing. */
export function nameCellReader<Payload>(take: Taker<Payload, string>, maxChars = MAX_NAME_CHARS): CellReader<Payload> {
  return (raw, payload) => {
    const text = raw.trim();
    if (text === '') return null;
    // Nobody is called so, whatever is cleaned off the file.
    if (isError(text)) return { value: raw, message: FAILED_FORMULA };
    if (text.length > maxChars) {
      return { value: raw, message: `Longer than ${maxChars} characters, the maximum for a name. Shorten it.` };
    }
    take(payload, text);
    return null;
  };
}

/** A value of a detail field. An empty cell leaves what is stored, or clears it where the plan says so. */
export function detailReader<Payload>(
  field: FieldDefinition,
  { plan, target }: Reading,
  take: Taker<Payload, NamedValues>,
): CellReader<Payload> {
  const check = valueChecker(field, {
    dateOrder: target.dateOrder,
    yearsFrom: target.yearsFrom,
    decimal: target.decimal,
    currency: target.currency,
    country: target.country,
    scheme: target.scheme,
    separator: plan.options.valueSeparator,
  });
  // What is created has nothing to clear.
  const clears = plan.options.emptyCells === 'clear' && plan.operation !== 'CREATE';
  return (raw, payload) => {
    if (raw === target.clearedBy) {
      take(payload, { name: field.name, values: [] });
      return null;
    }
    if (raw === '' && !clears) return null;
    // What is empty clears what is stored, and a formula that failed says nothing of that.
    if (clears && isError(raw)) return { value: raw, message: FAILED_FORMULA };
    const checked = check(raw);
    if (!checked.ok) return brokenRule(raw, checked);
    if (checked.values.length > 0 || clears) take(payload, { name: field.name, values: checked.values });
    return null;
  };
}

/** Ids or names of organizations or products, several in a cell, as ids of the site. */
export function associationReader<Payload>(
  entity: AssociatedEntity,
  reading: Reading,
  take: Taker<Payload, string[]>,
): CellReader<Payload> {
  const read = idsReader(entity, reading);
  return (raw, payload) => {
    if (raw === '') return null;
    const found = read(raw);
    if (!('ids' in found)) return found;
    if (found.ids.length > 0) take(payload, found.ids);
    return null;
  };
}

function idsReader(entity: AssociatedEntity, { plan, target, ambiguous }: Reading): AssociationReader {
  const separator = plan.options.valueSeparator;
  if (target.by === 'id') return idReader(entity, separator);
  const list = entity === 'organization' ? 'organizations' : 'products';
  return nameReader(entity, separator, {
    ids: new Map(plan.lookups[list]),
    ...(ambiguous && { ambiguous: ambiguous[list] }),
  });
}

/** One product, by id or name, as the id of the site; the whole cell is one name. */
export function productReader<Payload>(reading: Reading, take: Taker<Payload, string>): CellReader<Payload> {
  const { target, plan, ambiguous } = reading;
  const ids = new Map(plan.lookups.products);
  return (raw, payload) => {
    const text = raw.trim();
    if (text === '') return null;
    const id = target.by === 'id' ? text : ids.get(fold(text));
    if (id === undefined) {
      if (ambiguous?.products.has(fold(text)) === true) {
        const message = 'Several products on your site have this name. Use a column with product IDs instead.';
        return { value: raw, message };
      }
      const message = 'No product on your site has this name. Correct it, or create the product first.';
      return target.by === 'id' ? { value: raw, message } : { value: raw, message, missing: 'product' };
    }
    take(payload, id);
    return null;
  };
}
