import { openAsBlob } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ImportSetup } from '../../../src/contract/file-frame';
import { MAX_ROWS } from '../../../src/contract/imports';
import { openFile, type OpenedFile } from '../../../static/file-frame/src/read/open-file';
import { checkFile } from '../../../static/file-frame/src/work/check-file';

const HEADER = 'E-mail\n';
const setup: ImportSetup = {
  kind: 'customer-profiles',
  operation: 'UPSERT',
  columns: [{ header: 'E-mail', target: { to: 'email' } }],
  fields: [],
  options: { emptyCells: 'leave', valueSeparator: ';' },
};
const pass = { signal: new AbortController().signal, progress: () => undefined };

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'csm-limit-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** The file with its records numbered as if so many rows, which are not read, came before them. */
function after(rows: number, file: OpenedFile): OpenedFile {
  return {
    ...file,
    headerRecord: file.headerRecord + rows,
    async *records() {
      for await (const chunk of file.records()) yield { ...chunk, first: chunk.first + rows };
    },
  };
}

async function checkEnding(rowsBefore: number, lastRows: string) {
  const path = join(folder, 'end.csv');
  await writeFile(path, HEADER + lastRows);
  return checkFile(
    after(rowsBefore, await openFile(await openAsBlob(path), 'end.csv')),
    setup,
    () => Promise.resolve([]),
    pass,
  );
}

describe('the most rows that a file can have', () => {
  test.each([
    ['ends with a line break', 'y@b.example\nz@b.example\n'],
    ['ends with a line break of Windows', 'y@b.example\r\nz@b.example\r\n'],
    ['ends without a line break', 'y@b.example\nz@b.example'],
  ])('are accepted when the file %s, the last row as well', async (_ending, lastRows) => {
    const { summary } = await checkEnding(MAX_ROWS - 2, lastRows);
    expect(summary).toMatchObject({ rows: 2, ready: 2 });
  });

  test('are accepted with a problem in the last of them, which is left out', async () => {
    const checked = await checkEnding(MAX_ROWS - 2, 'y@b.example\nnobody\n');
    expect(checked.summary).toMatchObject({ ready: 1, leftOut: 1 });
    expect([MAX_ROWS, MAX_ROWS + 1].map(checked.isLeftOut)).toEqual([false, true]);
  });

  test.each([
    ['ends with a line break', 'y@b.example\nz@b.example\n'],
    ['ends without a line break', 'y@b.example\nz@b.example'],
  ])('and one more are refused when the file %s', async (_ending, lastRows) => {
    await expect(checkEnding(MAX_ROWS - 1, lastRows)).rejects.toThrow(/more than 1,000,000 rows/);
  });
});
