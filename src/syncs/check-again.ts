import { cleaningFamilies } from '../contract/imports';
import type { CsmClient } from '../csm/client';
import { type CheckedFile, checkFile } from '../domain/file/check/check-file';
import { openFile } from '../domain/file/read/open-file';
import { type RowTexts, rowTexts } from '../domain/syncs/row-texts';
import type { Sync } from '../domain/syncs/sync';
import { packedStore } from '../platform/packed-file';
import { MOST_NAMES_BESIDE_IDS, lookupAs, setupFor } from './export';

/** Rows that a delivery has had, as they were cleaned and joined then. */
export interface KnownRows {
  headers: readonly string[];
  rows: readonly (readonly string[])[];
}

/**
 * Checks rows of an earlier delivery as a file of their own: fields and names may be others by now. `isMeant` says of which
 * records. @throws RefusedFile, SiteError
 */
export async function checkAgain(
  sync: Sync,
  { headers, rows }: KnownRows,
  csm: CsmClient,
  isMeant: (texts: RowTexts) => boolean = () => true,
): Promise<CheckedFile> {
  const line = (cells: readonly string[]): string => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',');
  const text = [headers, ...rows].map(line).join('\n');
  const reading = { encoding: 'utf-8', delimiter: ',' as const, quote: '"' as const, headerRow: 1 };
  const file = await openFile(new Blob([text]), sync.name, reading);
  const cleaning = cleaningFamilies.map((family) => ({ family, isOn: false }));
  const setup = { ...(await setupFor(sync, file.facts.headers, csm)), cleaning };
  const textsOf = rowTexts(setup, setup.fields);
  const pass = { signal: new AbortController().signal, progress: () => undefined };
  return checkFile(file, setup, lookupAs(csm), pass, {
    isLeft: ({ cells }) => !isMeant(textsOf(cells)),
    store: packedStore,
    mostNames: MOST_NAMES_BESIDE_IDS,
  });
}
