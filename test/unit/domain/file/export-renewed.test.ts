import type { FrameCommand } from '../../../../src/contract/file-frame';
import { byName } from '../../../../src/domain/directory/sort';
import { TODAY } from '../../../support/directory-site';
import { settle, waiting } from '../../../support/file-frame';

const command: Extract<FrameCommand, { type: 'download-export' }> = {
  type: 'download-export',
  format: 'csv',
  exported: {
    what: 'list',
    entity: 'customer',
    view: { filters: [], sort: byName, columns: ['name'] },
    today: TODAY,
  },
};
const headers = ['Display name'];
const renewed = { code: 'CONFLICT', message: 'The directory was renewed while you read it.' };

/** An export that is under way, and what answers its next call, which has to ask from there on. */
async function exporting() {
  const { exportedFile } = await import('../../../../static/file-frame/src/exports');
  const file = exportedFile(command, new AbortController().signal, () => undefined);
  // It is looked at later: until then a refusal is no fault.
  file.catch(() => undefined);
  const answer = async (from: unknown, given: { rows: string[][]; next: unknown } | typeof renewed): Promise<void> => {
    await settle();
    const call = waiting('directory.export');
    expect(call.payload).toMatchObject({ from });
    call.answer('code' in given ? { ok: false, error: given } : { ok: true, data: { headers, ...given } });
    await settle();
  };
  return { file, answer };
}

const second = { generation: '1', part: 2, matched: 1 };

test('an export begins anew where the directory is renewed meanwhile, and has no row twice', async () => {
  const { file, answer } = await exporting();
  await answer(null, { rows: [['Ada']], next: second });
  await answer(second, renewed);
  await answer(null, { rows: [['Ada L.'], ['Bob']], next: null });
  const { list, rows } = await file;
  expect(rows).toBe(2);
  expect(await list.text()).toBe('Display name\r\nAda L.\r\nBob\r\n');
});

test('an export that the site refuses at once says why, and is not tried again', async () => {
  const { file, answer } = await exporting();
  await answer(null, renewed);
  await expect(file).rejects.toThrow(renewed.message);
});
