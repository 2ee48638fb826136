import * as v from 'valibot';
import { asNow } from '../domain/people';
import { type PeopleRecord, peopleRecord } from './people-records';

/** `by` is the name of who changed a record last, `byId` their account, which earlier versions did not write down. */
export const changer = { by: v.string(), byId: v.optional(v.string(), ''), nameAt: v.optional(v.number()) };
const changedSchema = v.looseObject({ ...changer, at: v.number() });

/** Who has changed a record of settings last. */
export const changerOf = (key: string): PeopleRecord =>
  peopleRecord({
    key,
    schema: changedSchema,
    accountsOf: ({ byId, nameAt, at }) => [{ accountId: byId, readAt: nameAt ?? at }],
    changed(value, now) {
      const { accountId, name, nameAt } = asNow({ accountId: value.byId, name: value.by, nameAt: value.nameAt }, now);
      return { ...value, by: name, byId: accountId, nameAt };
    },
  });
