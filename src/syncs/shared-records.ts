import type { ImportSetup } from '../contract/file-frame';
import { MAX_JOINED_ROWS, joinsRows } from '../domain/file/check/joined-rows';
import { refuseTooMany } from '../domain/file/check/row-limit';
import { rowsOfFile } from '../domain/file/check/rows';
import type { OpenedFile } from '../domain/file/read/opened-file';
import { MAX_ROWS } from '../contract/imports';
import { IdentityTable } from '../domain/import/identity-table';
import { type RowTexts, identifyingColumns, namesOfRow } from '../domain/syncs/row-texts';

/** Tells whether a row names what another row of its delivery names as well. */
export type IsShared = (texts: RowTexts) => boolean;

/**
 * Reads a delivery for the rows about one record, where they are joined: what was applied of that is what all of them say, so
 * that none can be compared by itself. Of names, as many are told as rows are joined at the most. @throws RefusedFile
 */
export async function readShared(
  file: OpenedFile,
  setup: ImportSetup,
  textsOf: (cells: readonly string[]) => RowTexts,
): Promise<IsShared> {
  if (!joinsRows(setup)) return () => false;
  const names = Math.max(1, identifyingColumns(setup, setup.fields).length);
  const first = new IdentityTable(Math.min(MAX_ROWS, file.mostRows) * names);
  const shared = new Set<string>();
  let rows = 0;
  for await (const { number, cells } of rowsOfFile(file, setup)) {
    refuseTooMany((rows += 1));
    for (const name of namesOfRow(textsOf(cells))) {
      const known = first.firstRow(name);
      if (known === 0) first.add(name, number);
      else if (known !== number && shared.size < MAX_JOINED_ROWS) shared.add(name);
    }
  }
  return (texts) => namesOfRow(texts).some((name) => shared.has(name));
}
