import * as v from 'valibot';
import { personSchema } from '../../contract/person';
import { asNow, isFormer } from '../../domain/people';
import { type PeopleRecord, peopleRecord } from '../../platform/people-records';

const ownedSchema = v.looseObject({
  owner: personSchema,
  createdAt: v.number(),
  parked: v.nullable(v.object({ reason: v.string(), since: v.number() })),
  runs: v.optional(v.array(v.looseObject({ endedAt: v.number(), by: v.optional(personSchema) })), []),
  told: v.optional(v.nullable(v.looseObject({ problem: v.string() }))),
});

/**
 * The owner of a record that acts as them in the background, and those who refused what it was about to do. Where the owner
 * has closed their account, it is parked until somebody takes it over. `noun`: "sync", "rule".
 */
export const ownedRecord = (key: string, noun: string): PeopleRecord =>
  peopleRecord({
    key,
    schema: ownedSchema,
    accountsOf: ({ owner, createdAt, runs }) => [
      { accountId: owner.accountId, readAt: owner.nameAt ?? createdAt },
      ...runs.flatMap(({ by, endedAt }) =>
        by === undefined ? [] : [{ accountId: by.accountId, readAt: by.nameAt ?? endedAt }],
      ),
    ],
    changed(value, now, at) {
      const owner = asNow(value.owner, now);
      const renamed = (words: string): string => words.replaceAll(value.owner.name, owner.name);
      const { parked, told } = value;
      const runs = value.runs.map((run) => (run.by === undefined ? run : { ...run, by: asNow(run.by, now) }));
      const closed = `The Atlassian account of the person as whom this ${noun} acts was closed.`;
      const stopped = { reason: closed, since: parked?.since ?? at };
      return {
        ...value,
        owner,
        runs,
        parked: isFormer(owner.accountId) ? stopped : parked && { ...parked, reason: renamed(parked.reason) },
        ...(told ? { told: { ...told, problem: renamed(told.problem) } } : {}),
      };
    },
  });
