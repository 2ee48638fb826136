import { newHead } from '../../../src/domain/jobs/head';
import { withBatch, withLeftOut } from '../../../src/domain/jobs/groups';
import { MAX_GROUP_CHARS } from '../../../src/domain/jobs/reason-group';
import type { LeftOutRow } from '../../../src/contract/imports';

/** Words without values in them, of many letters that take three bytes. */
const words = (index: number): string =>
  `${String.fromCharCode(65 + (index % 26), 97 + Math.floor(index / 26))} ${'can’t be '.repeat(40)}`;
const MILLION = 1_000_000;

describe('the head of a job', () => {
  it('stays under 10 KB, however many reasons there are', () => {
    const rows = Array.from({ length: 100 }, (_, index): [number, 'failed', string] => [index, 'failed', words(index)]);
    const leftOut = rows.map(([index, , reason]): LeftOutRow => [
      MILLION + index,
      [],
      [reason],
      [reason.slice(0, MAX_GROUP_CHARS)],
    ]);
    const sent = withBatch(withBatch([], 9_998, rows).groups, 9_999, rows);
    const left = withLeftOut([], leftOut);
    expect([sent.groups.length, sent.others]).toEqual([20, 80]);
    expect([left.groups.length, left.others]).toEqual([12, 88]);
    const head = newHead(
      {
        id: '5f0c2f8e-3a51-4a0e-9d0b-7a3c1a0f2b11',
        name: 'n'.repeat(255),
        kind: 'customer-profiles',
        operation: 'UPSERT',
        startedBy: { accountId: '712020:ada00000-0000-4000-a000-000000000001', name: 'Ada Admin' },
        rows: { total: MILLION, leftOut: 0, accepted: MILLION },
        delimiter: ';',
        batchSize: 100,
        route: 'bulk',
        lookedUp: null,
      },
      1_767_603_600_000,
    );
    const full = { ...head, groups: sent.groups, leftOutGroups: left.groups };
    expect(Buffer.byteLength(JSON.stringify(full))).toBeLessThan(7_600);
  });
});
