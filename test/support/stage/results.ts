import { mkdir, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { BrowserContext } from 'playwright-core';
import type { PageRecord } from './page-record';

const project = join(__dirname, '..', '..', '..');

/** Where a failing test leaves what its pages showed. Emptied when a run begins. */
export const RESULTS = join(project, 'test-results');

/** A name of a folder that says which test it was. */
const folderName = (title: string): string =>
  title
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, 100);

/**
 * Keeps of each page a picture, what its console said and what it asked for, and the trace that is being taken of all of
 * them: `npx playwright-core show-trace` opens it. @returns where, from the project's folder
 */
export async function keepResults(
  title: string,
  context: BrowserContext,
  records: readonly PageRecord[],
): Promise<string> {
  const folder = join(RESULTS, folderName(title));
  await mkdir(folder, { recursive: true });
  await Promise.all(
    records.map(async (record, index) => {
      const file = join(folder, `page-${index + 1}`);
      await writeFile(`${file}.txt`, record.text());
      await record.picture(`${file}.png`);
    }),
  );
  await context.tracing.stopChunk({ path: join(folder, 'trace.zip') });
  return relative(project, folder);
}
