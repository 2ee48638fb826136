import type { FileFacts } from '../../../../src/contract/file-frame';
import { element } from './dom';

const PREVIEW_ROWS = 5;
const delimiterNames = { ',': 'commas', ';': 'semicolons', '\t': 'tabs', '|': 'vertical bars' };

/** "1 column", "12 columns". */
export const columnCount = ({ headers: { length } }: FileFacts): string =>
  length === 1 ? '1 column' : `${length} columns`;

/** 1,536 → "1.5 KB". */
export function sizeOf(bytes: number): string {
  if (bytes < 1024) return `${bytes} bytes`;
  const inKb = bytes / 1024;
  return inKb < 1024 ? `${inKb.toFixed(1)} KB` : `${(inKb / 1024).toFixed(1)} MB`;
}

function preview({ headers, sample }: FileFacts): HTMLElement {
  const head = element('tr', {}, ...headers.map((header) => element('th', { scope: 'col' }, header)));
  const rows = sample
    .slice(0, PREVIEW_ROWS)
    .map((row) => element('tr', {}, ...row.map((cell) => element('td', {}, cell))));
  const table = element(
    'table',
    {},
    element('caption', {}, rows.length === 1 ? 'The first row' : `The first ${rows.length} rows`),
    element('thead', {}, head),
    element('tbody', {}, ...rows),
  );
  return element(
    'div',
    { class: 'preview', tabindex: '0', role: 'region', 'aria-label': 'Preview of the file' },
    table,
  );
}

/** The chosen file: what it is called, how it is written, its first rows, and a way to choose another. */
export function fileCard(file: FileFacts, letGo: () => void): HTMLElement {
  const another = element('button', { type: 'button', class: 'button', id: 'another' }, 'Choose another file');
  another.addEventListener('click', letGo);
  const facts = [
    sizeOf(file.bytes),
    file.encoding,
    `separated by ${delimiterNames[file.delimiter]}`,
    columnCount(file),
    ...(file.fromConsole ? ['written by CSM Console'] : []),
  ];
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
    preview(file),
  );
}
