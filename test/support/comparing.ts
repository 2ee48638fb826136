import type { ImportSetup } from '../../src/contract/file-frame';
import type { ShownRequest } from '../../src/contract/imports';
import { compareFile } from '../../src/domain/compare/compare-file';
import { compareKnown } from '../../src/domain/compare/compare-known';
import { type CheckedFile, checkFile } from '../../src/domain/file/check/check-file';
import { gunzip } from '../../src/domain/file/check/gzip';
import type { ShowRows } from '../../src/domain/file/check/id-owners';
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

type Asked = Pick<ImportSite, 'sandbox' | 'ada'>;

const shownBy =
  ({ sandbox, ada }: Asked): ShowRows =>
  (requests: readonly ShownRequest[]) =>
    Promise.all(requests.map(async (one) => (await sandbox.settle(ada.call('imports.shown', one))).entities));

/** What the rows of a file would do to a site, as the frame finds it out. */
export const comparedWith = (asked: Asked, checked: CheckedFile) => compareFile(checked, shownBy(asked), pass);

/** The same by what the directory knows; of what it doesn't tell, the site is asked where `thenSite` says so. */
export const comparedWithDirectory = (asked: Asked, checked: CheckedFile, { thenSite = false } = {}) =>
  compareKnown(
    checked,
    {
      ask: (request) => asked.sandbox.settle(asked.ada.call('directory.records', request)),
      gunzip,
      show: thenSite ? shownBy(asked) : undefined,
    },
    pass,
  );
