import * as v from 'valibot';
import { personSchema } from '../../contract/person';
import { asNow, idNow } from '../../domain/people';
import { type PeopleRecord, peopleRecord } from '../../platform/people-records';
import { keys, readSite } from '../store/ledger';
import { settingsPeople } from '../store/settings';

const headSchema = v.looseObject({
  startedBy: personSchema,
  createdAt: v.number(),
  actsAs: v.optional(v.nullable(v.string()), null),
});

/**
 * Who started or continued each job, the oldest first, and who changed the settings. A job that acts as somebody who has
 * closed their account is parked by its next step, as the site lets them do nothing.
 */
export async function listJobPeople(): Promise<PeopleRecord[]> {
  const { value: site } = await readSite();
  return [settingsPeople, ...site.jobs.toReversed().map((jobId) => headPeople(keys.head(jobId)))];
}

const headPeople = (key: string): PeopleRecord =>
  peopleRecord({
    key,
    schema: headSchema,
    accountsOf: ({ startedBy, actsAs, createdAt }, now) => [
      { accountId: startedBy.accountId, readAt: startedBy.nameAt ?? createdAt },
      ...(actsAs === null ? [] : [{ accountId: actsAs, readAt: now }]),
    ],
    changed: (head, now) => ({
      ...head,
      startedBy: asNow(head.startedBy, now),
      actsAs: head.actsAs === null ? null : idNow(head.actsAs, now),
    }),
  });
