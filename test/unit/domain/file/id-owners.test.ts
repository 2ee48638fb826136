import type { ImportSetup } from '../../../../src/contract/file-frame';
import type { ShownRequest, Target } from '../../../../src/contract/imports';
import { checkFile } from '../../../../src/domain/file/check/check-file';
import { openFile } from '../../../../src/domain/file/read/open-file';
import { looksUp } from '../../../../src/domain/kinds/batch-size';
import { kindOf } from '../../../../src/domain/kinds';

const pass = { signal: new AbortController().signal, progress: () => undefined };
const emails: Readonly<Record<string, string>> = { 'qm:1': 'ada@acme.example', 'qm:2': 'bo@acme.example' };
const calls: ShownRequest[][] = [];
const show = (requests: readonly ShownRequest[]) => {
  calls.push([...requests]);
  return Promise.resolve(
    requests.map(({ rows }) =>
      rows.map(({ named: { id = '' } }) =>
        id === 'qm:9'
          ? null
          : { id, name: id, email: emails[id] ?? `${id.slice(3)}@x.example`, values: [], joined: [] },
      ),
    ),
  );
};
beforeEach(() => calls.splice(0));

async function check(lines: readonly string[], idTarget: Partial<Target> = {}, asks = true) {
  const file = await openFile(new Blob([['ID,Email,Name', ...lines].join('\n')]), 'rows.csv');
  const setup: ImportSetup = {
    kind: 'customer-profiles',
    operation: 'UPSERT',
    columns: [
      { header: 'ID', target: { to: 'customerId', ...idTarget } },
      { header: 'Email', target: { to: 'email' } },
      { header: 'Name', target: { to: 'displayName' } },
    ],
    fields: [],
    options: { emptyCells: 'leave', valueSeparator: ';' },
  };
  const checked = await checkFile(file, setup, () => Promise.resolve([]), pass, asks ? { show } : {});
  return { setup, checked };
}

describe('an ID and an email address of a row', () => {
  test('are a problem where they are of different customers', async () => {
    const lines = [
      'qm:1,ADA@acme.example,Ada',
      'qm:2,ada2@acme.example,Bo',
      'qm:9,new@acme.example,New',
      ',c@x.example,C',
    ];
    const { checked } = await check(lines);
    expect(checked.summary).toMatchObject({ ready: 3, leftOut: 1 });
    expect(checked.summary.problems).toEqual([
      {
        row: 3,
        column: null,
        value: '',
        message: 'The customer with this ID has the email address bo@acme.example. Correct one of the two.',
      },
    ]);
    expect(checked.summary).not.toHaveProperty('hasUncompared');
    expect(looksUp(kindOf('customer-profiles'), checked.plan)).toBe(false);
  });

  test('are compared as they are imported, and again once they are corrected', async () => {
    const mapped = await check(['no. 1,bo@acme.example,Bo'], { values: [['no. 1', 'qm:1']] });
    expect(mapped.checked.summary).toMatchObject({ ready: 0, leftOut: 1 });
    const wrong = await check(['qm:1,bo@acme.example,Bo']);
    expect(wrong.checked.summary.leftOut).toBe(1);
    const corrections = [{ row: 2, column: 0, text: 'qm:2' }];
    const corrected = await wrong.checked.again({ ...wrong.setup, corrections }, pass);
    expect(corrected.summary).toMatchObject({ ready: 1, leftOut: 0 });
  });

  test('are asked for 25 IDs a call, four calls at once, each once', async () => {
    const lines = Array.from({ length: 130 }, (_, at) => `qm:${at + 10},${at + 10}@x.example,N`);
    await check(lines);
    expect(calls.map((requests) => requests.map(({ rows }) => rows.length))).toEqual([
      [25, 25, 25, 25],
      [25, 5],
    ]);
  });

  test('beyond 500 are compared by the job', async () => {
    const lines = Array.from({ length: 520 }, (_, at) => `qm:${at + 10},other@x.example${at},N`);
    const { checked } = await check(lines);
    expect(checked.summary).toMatchObject({ ready: 20, leftOut: 500, hasUncompared: true });
    expect(looksUp(kindOf('customer-profiles'), checked.plan)).toBe(true);
  });

  test('are not compared for a sync: the ID decides', async () => {
    const { checked } = await check(['qm:1,bo@acme.example,Bo'], {}, false);
    expect(checked.summary).toMatchObject({ ready: 1, leftOut: 0 });
    expect(looksUp(kindOf('customer-profiles'), checked.plan)).toBe(false);
  });
});
