import type { FileFacts } from '../../../../src/contract/file-frame';
import type { ReadingChoices } from '../../../../src/contract/imports';
import { element } from './dom';
import { noticed } from './noticed';
import { readingChoices } from './reading-choices';

const PREVIEW_ROWS = 5;

/** "1 column", "12 columns". */
export const columnCount = ({ headers: { length } }: FileFacts): string =>
  length === 1 ? '1 column' : `${length} columns`;

/** 1,536 → "1.5 KB". */
export function sizeOf(bytes: number): string {
  if (bytes < 1024) return `${bytes} bytes`;
  const inKb = bytes / 1024;
  return inKb < 1024 ? `${inKb.toFixed(1)} KB` : `${(inKb / 1024).toFixed(1)} MB`;
}

interface CardActions {
  letGo: () => void;
  /** Reads the file anew, with all that a person has said of it. */
  read: (reading: ReadingChoices) => void;
}

const tableRow = (tag: 'td' | 'th', cells: readonly string[], attributes: Readonly<Record<string, string>> = {}) =>
  element('tr', {}, ...cells.map((cell) => element(tag, attributes, cell)));

/** The first rows, and some that show whether the letters beyond ASCII are right. */
function preview({ headers, sample, telling, reading }: FileFacts): HTMLElement {
  const first = sample.slice(0, PREVIEW_ROWS).map((row) => tableRow('td', row));
  const later = telling.filter(
    ({ cells }) => !sample.slice(0, PREVIEW_ROWS).some((row) => row.join() === cells.join()),
  );
  const table = element(
    'table',
    {},
    element('caption', {}, first.length === 1 ? 'The first row' : `The first ${first.length} rows`),
    element('thead', {}, tableRow('th', headers, { scope: 'col' })),
    element('tbody', {}, ...first),
  );
  if (later.length > 0 && reading.encodingBy !== 'mark') {
    const caption = element('th', { colspan: String(headers.length), scope: 'rowgroup' }, 'Rows with special letters');
    table.append(element('tbody', {}, element('tr', {}, caption), ...later.map(({ cells }) => tableRow('td', cells))));
  }
  return element(
    'div',
    { class: 'preview', tabindex: '0', role: 'region', 'aria-label': 'Preview of the file' },
    table,
  );
}

/** The chosen file: what it is called, how it is read, its first rows, and a way to choose another. */
export function fileCard(file: FileFacts, { letGo, read }: CardActions): HTMLElement {
  const another = element('button', { type: 'button', class: 'button', id: 'another' }, 'Choose another file');
  another.addEventListener('click', letGo);
  const facts = [sizeOf(file.bytes), columnCount(file), ...(file.fromConsole ? ['written by CSM Console'] : [])];
  return element(
    'section',
    { class: 'card', 'aria-label': 'File' },
    element(
      'div',
      { class: 'bar' },
      element('strong', {}, file.name),
      element('span', { class: 'hint' }, facts.join(' · ')),
      another,
    ),
    readingChoices(file, read),
    ...noticed(file.reading).map((words) => element('p', { class: 'hint noticed' }, words)),
    preview(file),
  );
}
