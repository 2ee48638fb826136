import type { FrameCommand } from '../../../src/contract/file-frame';
import { templateCsv, templateOf } from '../../../src/domain/import/template';
import { kindOf } from '../../../src/domain/kinds';
import { exportName, exportedFile } from './exports';
import { allResults, listName, reasonName, save, savedRecords, unsuccessfulRows } from './lists';

type CommandOf<T extends FrameCommand['type']> = Extract<FrameCommand, { type: T }>;

/** The commands that save something of the back end. */
export type DownloadCommand = CommandOf<
  'download-unsuccessful' | 'download-results' | 'download-saved' | 'download-export'
>;

/** Reads what a command asks for, as a file and its name. `progress` hears how many rows have arrived. */
export async function download(
  command: DownloadCommand,
  signal: AbortSignal,
  progress: (rows: number) => void,
): Promise<{ list: Blob; rows: number; fileName: string }> {
  if (command.type === 'download-export')
    return { ...(await exportedFile(command, signal, progress)), fileName: exportName(command) };
  const { jobId, name } = command;
  switch (command.type) {
    case 'download-unsuccessful': {
      const { only } = command;
      const what = only === undefined ? 'unsuccessful rows' : `rows, ${reasonName(only)}`;
      return { ...(await unsuccessfulRows(jobId, only, signal)), fileName: listName(name, what) };
    }
    case 'download-results':
      return { ...(await allResults(jobId, signal, progress)), fileName: listName(name, 'results') };
    case 'download-saved':
      return { ...(await savedRecords(jobId, signal, progress)), fileName: listName(name, 'saved records') };
  }
}

/** Saves the template for an operation of a kind: its header, made from the fields of the site, and an example row. */
export function saveTemplate({ kind, operation, fields }: CommandOf<'download-template'>): void {
  const its = kindOf(kind);
  save(
    new Blob([templateCsv(templateOf(its, operation, fields))], { type: 'text/csv' }),
    listName(its.words.title, 'template'),
  );
}
