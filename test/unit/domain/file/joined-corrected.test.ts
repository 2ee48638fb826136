import type { Correction, ImportSetup } from '../../../../src/contract/file-frame';
import type { Joining, StoredRow } from '../../../../src/contract/imports';
import { type CheckedFile, checkFile } from '../../../../src/domain/file/check/check-file';
import { packFile } from '../../../../src/domain/file/check/pack-file';
import { openFile } from '../../../../src/domain/file/read/open-file';
import { decodePart, parseAccepted } from '../../../../src/domain/import/part';
import { packedStore } from '../../../../src/platform/packed-file';

const pass = { signal: new AbortController().signal, progress: () => undefined };
const setup: ImportSetup = {
  kind: 'customer-profiles',
  operation: 'UPSERT',
  columns: [
    { header: 'Email', target: { to: 'email' } },
    { header: 'Region', target: { to: 'detail', field: 'Region' } },
    { header: 'Tags', target: { to: 'detail', field: 'Tags' } },
  ],
  fields: [
    { name: 'Region', type: 'SELECT', options: ['EU', 'US'] },
    { name: 'Tags', type: 'MULTISELECT', options: ['vip', 'beta'] },
  ],
  options: { emptyCells: 'leave', valueSeparator: ';' },
};

/** A file whose rows 2 and 3 have a region that is none, about the customer of the rows 4 and 5. */
const LINES = [
  'Email,Region,Tags',
  'a@x.example,Mars,vip',
  'a@x.example,Mars,',
  'a@x.example,EU,',
  'a@x.example,,beta',
];

async function corrected(joinsRows: Joining, ...texts: string[]): Promise<CheckedFile> {
  const first = await checkFile(
    await openFile(new Blob([LINES.join('\n')]), 'x.csv'),
    setup,
    () => Promise.resolve([]),
    pass,
  );
  const corrections = texts.map((text, at): Correction => ({ row: at + 2, column: 1, text }));
  return first.again({ ...setup, joinsRows, corrections }, pass);
}

/** The rows as the job reads them. */
async function uploaded(checked: CheckedFile): Promise<StoredRow[]> {
  const rows: StoredRow[] = [];
  const keep = async ({ list, pieces }: { list: string; pieces: string[] }) => {
    if (list === 'accepted') rows.push(...parseAccepted(await decodePart(pieces, packedStore.gunzip)));
  };
  await packFile(checked, packedStore.gzip, keep, pass);
  return rows;
}

describe('rows that are put right and stand before the one that they are joined with', () => {
  it('are imported with it, where they agree', async () => {
    const checked = await corrected('agreeing', 'EU', '');
    expect(checked.summary).toMatchObject({ ready: 1, leftOut: 1, joined: 2 });
    expect(await uploaded(checked)).toEqual([[4, ['a@x.example', 'EU', 'beta'], [3, 5]]]);
  });

  it('say the earlier, where the later one counts', async () => {
    const checked = await corrected('later-wins', 'US', 'US');
    expect(checked.summary).toMatchObject({ ready: 1, leftOut: 0, joined: 3 });
    expect(await uploaded(checked)).toEqual([[4, ['a@x.example', 'EU', 'beta'], [2, 3, 5]]]);
  });
});
