import * as v from 'valibot';
import { syncCountsSchema } from '../../../src/contract/syncs';
import { directoryReportSchema } from '../../../src/contract/directory-report';
import { changesSchema } from '../../../src/directory/store/state';
import { changeSchema, mergeChanges } from '../../../src/domain/directory/overlay';
import { reportOf, tallyOf, tallySchema } from '../../../src/domain/directory/report/tally';
import { directoryIndexSchema } from '../../../src/domain/directory/state';
import { batchRecordSchema } from '../../../src/domain/jobs/account';
import { jobHeadSchema } from '../../../src/domain/jobs/head';
import { siteJobsSchema } from '../../../src/domain/jobs/site';
import { newSync, syncSchema } from '../../../src/domain/syncs/sync';
import { planFor } from '../../support/console';
import { everyDelivery } from '../../support/sync-site';

// As an earlier version of the app has written them, to the letter: nothing is ever added here. Whoever adds a field
// to the schemas gives it a default, or these can no longer be read.
const tally = { succeeded: 300, partly: 0, failed: 100, unconfirmed: 0, cancelled: 0 };
const head = {
  id: '5f0c2f8e-3a51-4a0e-9d0b-7a3c1a0f2b11',
  name: 'customers.csv',
  kind: 'customer-profiles',
  operation: 'UPSERT',
  state: 'running',
  startedBy: { accountId: '712020:ada', name: 'Ada Admin' },
  createdAt: 1_767_603_600_000,
  startedAt: 1_767_603_601_000,
  endedAt: null,
  rows: { total: 1_000, leftOut: 0, accepted: 1_000 },
  tally,
  delimiter: ';',
  uploaded: { accepted: { parts: 1, rows: 1_000, pieces: 0 }, leftOut: { parts: 0, rows: 0, pieces: 0 } },
  batchSize: 100,
  next: 6,
  inFlight: [
    { batch: 4, taskId: 'task-5', sentAt: 1_767_603_602_000, lookAt: 1_767_603_609_000, polls: 2, doubt: null },
    {
      batch: 5,
      taskId: null,
      sentAt: 1_767_603_602_000,
      lookAt: 1_767_603_609_000,
      polls: 0,
      doubt: { why: 'The site does not know the task any more.', looks: 1, asked: [0, 1], seen: [2] },
    },
  ],
  intent: { to: 8, since: 1_767_603_603_000, carriers: 1, carriedAt: 1_767_603_603_000 },
  settledBatches: 4,
  reasons: [['The name is too long.', 100]],
  otherReasons: 0,
  taskTimes: [6_200, 6_100],
  timesBefore: [5_900],
  activeMs: 2_000,
  steppedAt: 1_767_603_603_000,
  dueAt: 1_767_603_604_000,
  link: 3,
  ticket: 4,
  refusals: { message: 'Bad request', batches: 1 },
  trouble: { tries: 2, since: 1_767_603_602_000 },
  wait: { for: 'site', message: 'Your site didn’t respond.', until: 1_767_603_604_000 },
  attention: null,
};
const account = {
  taskId: 'task-1',
  sentAt: 1_767_603_601_000,
  settledAt: 1_767_603_602_000,
  polls: 1,
  tally: { ...tally, succeeded: 99, failed: 1 },
  rows: [[7, 'failed', 'The name is too long.']],
};
const site = { turn: head.id, queue: ['b'], jobs: ['b', head.id], taskTimes: [6_000] };

describe('what an earlier version of the app has stored', () => {
  it('of a job can be read: what it did not know is as if it had not happened', () => {
    expect(v.parse(jobHeadSchema, head)).toEqual({
      ...head,
      intent: { ...head.intent, isFree: false },
      actsAs: null,
      retryOf: null,
      undoOf: null,
      undoneBy: [],
      leftAlone: null,
      after: null,
      followers: [],
      beside: [],
      isHeld: false,
      keepsBefore: false,
      keptSince: null,
      syncId: null,
      ruleId: null,
      faults: 0,
      route: 'bulk',
      lookedUp: null,
      namings: [],
      calls: 0,
      partial: null,
      verified: false,
      ignoredParts: [],
      groups: [],
      leftOutGroups: [],
      otherLeftOut: 0,
    });
  });

  it('of a run of a sync can be read: none of its rows was joined', () => {
    const counts = { rows: 3, new: 1, changed: 1, unchanged: 1, vanished: 0, leftOut: 0, failed: 0 };
    expect(v.parse(syncCountsSchema, counts)).toEqual({ ...counts, joined: 0 });
  });

  it('of what a sync sends once more can be read: no other jobs were beside it', () => {
    const mapping = { kind: head.kind, operation: head.operation, columns: [], options: planFor('UPSERT').options };
    const owner = head.startedBy;
    const sync = newSync({ ...everyDelivery, id: 'sync-1', mapping, owner, primedBy: null }, head.createdAt);
    const retry = { at: head.createdAt, job: head.id };
    expect(v.parse(syncSchema, { ...sync, retry }).retry).toEqual({
      ...retry,
      organizationsJob: null,
      entitlementsJob: null,
    });
  });

  it('of the issue that a sync creates can be read', () => {
    const mapping = { kind: head.kind, operation: head.operation, columns: [], options: planFor('UPSERT').options };
    const owner = head.startedBy;
    const sync = newSync({ ...everyDelivery, id: 'sync-1', mapping, owner, primedBy: null }, head.createdAt);
    const telling = { summary: 'CRM contacts: a delivery was held', since: head.createdAt };
    expect(v.parse(syncSchema, { ...sync, telling }).telling).toEqual(telling);
  });

  it('of a sync can be read: nothing that it counts as applied was undone', () => {
    const mapping = { kind: head.kind, operation: head.operation, columns: [], options: planFor('UPSERT').options };
    const now = newSync({ ...everyDelivery, id: 'sync-1', mapping, owner: head.startedBy, primedBy: null }, 0);
    const { primedWith: _, undone: __, ...sync } = now;
    expect(v.parse(syncSchema, sync)).toEqual(now);
  });

  it('of a batch can be read', () => {
    expect(v.parse(batchRecordSchema, account)).toEqual({ ...account, known: [] });
  });

  it('of the jobs of the site can be read', () => {
    expect(v.parse(siteJobsSchema, site)).toMatchObject({ ...site, deletedEndedAt: 0 });
  });

  it('of what has changed since the site was read can be read: as far as it knew, all was told', () => {
    const changes = { generation: '7', packed: 'H4sIAAAAAAAAA4uOBQApu0wNAgAAAA==' };
    expect(v.parse(changesSchema, changes)).toEqual({ ...changes, untoldAt: 0 });
  });

  it('of what was read of the site can be read: its entitlements were not counted', () => {
    const index = { customer: [{ first: ['ada', 'qm:1'], count: 1 }], organization: [] };
    const record = {
      ...{ id: 'qm:1', name: 'Ada', email: null, organizations: [], values: [], customers: null, readAt: 1 },
      entitlements: [{ product: { id: '1', name: 'Support' }, endsOn: null, via: null }],
    };
    const change = { entity: 'customer', id: 'qm:1', name: 'Ada', at: 2, record, was: 0 };
    const { customer } = v.parse(directoryIndexSchema, index);
    const merged = mergeChanges(customer, [v.parse(changeSchema, change)]);
    expect(merged).toMatchObject({ counts: [1], entitlements: null });
    expect(
      mergeChanges([{ first: ['ada', 'qm:1'], count: 1, entitlements: 1 }], [v.parse(changeSchema, change)]),
    ).toMatchObject({
      counts: [1],
      entitlements: null,
    });
  });

  it('of a report can be read: entitlements were not counted by themselves', () => {
    const one = { total: 1, withoutOrganization: 0, ended: 0, ending: [0, 0, 0], fields: [] };
    const report = { day: '2026-01-05', customer: one, organization: one, duplicates: [] };
    expect(v.parse(directoryReportSchema, report)).toEqual(report);
    expect(reportOf([v.parse(tallySchema, one), tallyOf([], [], '2026-01-05')], [])).not.toHaveProperty('entitlements');
  });
});
