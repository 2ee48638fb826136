import * as v from 'valibot';
import { type Person, personSchema } from '../contract/person';
import { asNow, idNow } from '../domain/people';
import { type PeopleRecord, peopleRecord } from '../platform/people-records';
import { keys } from './store/keys';

const headSchema = v.looseObject({
  kept: v.nullable(v.looseObject({ by: personSchema, actsAs: v.string(), startedAt: v.number() })),
});
const scanSchema = v.looseObject({ startedBy: personSchema, actsAs: v.string(), startedAt: v.number() });

const both = ({ accountId, nameAt }: Person, actsAs: string, startedAt: number, now: number) => [
  { accountId, readAt: nameAt ?? startedAt },
  { accountId: actsAs, readAt: now },
];

/**
 * Who had the site read, and whom the next reading acts as. One that acts as somebody who has closed their account stops,
 * until somebody else carries it on.
 */
export const directoryPeople: readonly PeopleRecord[] = [
  peopleRecord({
    key: keys.head,
    schema: headSchema,
    accountsOf: ({ kept }, now) => (kept === null ? [] : both(kept.by, kept.actsAs, kept.startedAt, now)),
    changed: ({ kept, ...rest }, now) => ({
      ...rest,
      kept: kept && { ...kept, by: asNow(kept.by, now), actsAs: idNow(kept.actsAs, now) },
    }),
  }),
  peopleRecord({
    key: keys.scan,
    schema: scanSchema,
    accountsOf: ({ startedBy, actsAs, startedAt }, now) => both(startedBy, actsAs, startedAt, now),
    changed: (scan, now) => ({ ...scan, startedBy: asNow(scan.startedBy, now), actsAs: idNow(scan.actsAs, now) }),
  }),
];
