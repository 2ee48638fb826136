import type { ImportSetup } from '../../src/contract/file-frame';
import type { ShownRequest } from '../../src/contract/imports';
import { compareFile } from '../../src/domain/compare/compare-file';
import { type CheckedFile, checkFile } from '../../src/domain/file/check/check-file';
import type { Lookup } from '../../src/domain/file/check/name-resolver';
import { openFile } from '../../src/domain/file/read/open-file';
import type { ImportSite } from './import-site';

const pass = { signal: new AbortController().signal, progress: () => undefined };

/** A file of these lines below the headers of the columns, as it is checked. `find`: the names that the site knows; none. */
export async function checkedFile(
  setup: ImportSetup,
  lines: readonly string[],
  find: Lookup = () => Promise.resolve([]),
): Promise<CheckedFile> {
  const content = [setup.columns.map(({ header }) => header).join(','), ...lines].join('\n');
  return checkFile(await openFile(new Blob([content]), 'compared.csv'), setup, find, pass);
}

/** What the rows of a file would do to a site, as the frame finds it out. */
export const comparedWith = ({ sandbox, ada }: Pick<ImportSite, 'sandbox' | 'ada'>, checked: CheckedFile) =>
  compareFile(
    checked,
    (requests: readonly ShownRequest[]) =>
      Promise.all(requests.map(async (one) => (await sandbox.settle(ada.call('imports.shown', one))).entities)),
    pass,
  );
