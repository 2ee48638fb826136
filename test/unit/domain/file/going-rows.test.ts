import { openAsBlob } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ImportSetup } from '../../../../src/contract/file-frame';
import { openFile } from '../../../../src/domain/file/read/open-file';
import { checkFile } from '../../../../src/domain/file/check/check-file';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'csm-going-'));
});
afterAll(() => rm(folder, { recursive: true }));

const pass = { signal: new AbortController().signal, progress: () => undefined };

async function checkOf(kind: string, operation: string, content: string) {
  const path = join(folder, 'input.csv');
  await writeFile(path, content);
  const file = await openFile(await openAsBlob(path), 'input.csv');
  const columns = file.facts.headers.map((header) => ({
    header,
    target: header === 'Email' ? { to: 'email' } : { to: 'nothing' },
  }));
  const setup: ImportSetup = {
    kind,
    operation,
    columns,
    fields: [],
    options: { emptyCells: 'leave', valueSeparator: ';' },
  };
  return { setup, checked: await checkFile(file, setup, () => Promise.resolve([]), pass) };
}

const goingOf = async (...file: Parameters<typeof checkOf>) => (await checkOf(...file)).checked.summary.going;

describe('the check of a file that takes customers away', () => {
  it('hands over the first rows that are ready, with the cells that are imported', async () => {
    const file = 'Email,Note\na@b.example,secret\nnot an email,x\nc@d.example,y\n';
    expect(await goingOf('customer-removals', 'DELETE', file)).toEqual([
      [2, ['a@b.example', '']],
      [4, ['c@d.example', '']],
    ]);
  });

  it('hands over 500 at the most, and none where nothing is taken away', async () => {
    const rows = Array.from({ length: 600 }, (_, at) => `c${at}@b.example`);
    const file = ['Email', ...rows].join('\n');
    expect(await goingOf('customer-removals', 'DELETE', file)).toHaveLength(500);
    expect(await goingOf('customer-accounts', 'CREATE', file)).toBeUndefined();
  });

  it('hands over a row that was put right for as long as that holds', async () => {
    const { setup, checked } = await checkOf('customer-removals', 'DELETE', 'Email\na@b.example\nbo at b.example\n');
    const target = { to: 'email', values: [['bo at b.example', 'bo@b.example'] as [string, string]] };
    const put = await checked.again({ ...setup, columns: [{ header: 'Email', target }] }, pass);
    expect(put.summary.going?.map(([row]) => row)).toEqual([2, 3]);
    const undone = await put.again(setup, pass);
    expect(undone.summary.going?.map(([row]) => row)).toEqual([2]);
  });
});
