import type { DirectoryFilter, DirectoryRecord } from '../../contract/directory';
import { fold } from '../fold';
import { valuesOf } from './values';

type Test = (record: DirectoryRecord) => boolean;

const DAY_MS = 86_400_000;

/** The day so many days after another, both as YYYY-MM-DD. */
export const daysAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);

/**
 * Tells whether a record passes all of the filters. Texts are compared in the form of `fold`; an entitlement ends with its
 * last day, so one that ends today has not ended.
 */
export function matcherOf(filters: readonly DirectoryFilter[], today: string): Test {
  const tests = filters.map((filter) => testOf(filter, today));
  return (record) => tests.every((test) => test(record));
}

function testOf(filter: DirectoryFilter, today: string): Test {
  switch (filter.by) {
    case 'text': {
      const wanted = fold(filter.text);
      return ({ name, email }) => fold(name).includes(wanted) || (email !== null && fold(email).includes(wanted));
    }
    case 'field':
      return fieldTest(filter);
    case 'empty':
      return (record) => valuesOf(record, filter.field).length === 0;
    case 'organization':
      return ({ organizations }) => organizations.some(({ id }) => id === filter.organization.id);
    case 'no-organization':
      return ({ organizations }) => organizations.length === 0;
    case 'product':
      return ({ entitlements }) => entitlements.some(({ product }) => product.id === filter.product.id);
    case 'ends': {
      const last = daysAfter(today, filter.days);
      return ({ entitlements }) =>
        entitlements.some(({ endsOn }) => endsOn !== null && endsOn >= today && endsOn <= last);
    }
    case 'holder':
      return ({ heldBy }) => heldBy === filter.holder;
    case 'ended':
      return ({ entitlements }) => entitlements.some(({ endsOn }) => endsOn !== null && endsOn < today);
  }
}

function fieldTest({ field, how, value }: Extract<DirectoryFilter, { by: 'field' }>): Test {
  const wanted = fold(value);
  const fits = how === 'is' ? (text: string) => text === wanted : (text: string) => text.startsWith(wanted);
  return (record) => valuesOf(record, field).some((text) => fits(fold(text)));
}
