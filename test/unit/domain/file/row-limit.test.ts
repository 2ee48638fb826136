import type { ImportSetup } from '../../../../src/contract/file-frame';
import { MAX_ROWS } from '../../../../src/contract/imports';
import { openFile } from '../../../../src/domain/file/read/open-file';
import { checkFile } from '../../../../src/domain/file/check/check-file';
import { refuseTooMany } from '../../../../src/domain/file/check/row-limit';

const setup: ImportSetup = {
  kind: 'customer-profiles',
  operation: 'UPSERT',
  columns: [{ header: 'E-mail', target: { to: 'email' } }],
  fields: [],
  options: { emptyCells: 'leave', valueSeparator: ';' },
};
const pass = { signal: new AbortController().signal, progress: () => undefined };

const check = async (text: string, own: ImportSetup = setup) =>
  checkFile(await openFile(new Blob([text]), 'end.csv'), own, () => Promise.resolve([]), pass);

test('a million rows are accepted', () => {
  expect(() => refuseTooMany(MAX_ROWS)).not.toThrow();
});

test('a file with one row more is refused, whatever its rows hold', async () => {
  await expect(check(`E-mail\n${'x\n'.repeat(MAX_ROWS + 1)}`)).rejects.toThrow(/more than 1,000,000 rows/);
});

test('a worksheet that is filled with separators to its last line has as many rows as hold something', async () => {
  const people = Array.from({ length: 25 }, (_, at) => `p${at}@b.example,Person ${at},\r\n`).join('');
  const text = `E-mail,Full name,\r\n${people}${',,\r\n'.repeat(1_048_576 - 26)}`;
  const columns = [...setup.columns, { header: 'Full name', target: { to: 'displayName' } }];
  const { summary } = await check(text, { ...setup, columns });
  expect(summary).toMatchObject({ rows: 25, ready: 25, leftOut: 0 });
});
