import { element } from './dom';
import { PASTED } from './given-files';

/** Where a file is chosen, or rows are pasted. `take` gets the file, or the rows as one. */
export function dropZone(take: (file: Blob, name: string) => void): HTMLElement {
  const input = element('input', {
    type: 'file',
    accept: '.csv,.tsv,.tab,.txt,.xlsx,.xlsm,text/csv',
    class: 'hidden',
    tabindex: '-1',
    'aria-label': 'File',
  });
  const choose = element('button', { type: 'button', class: 'button primary', id: 'choose' }, 'Choose a file');
  const area = element('textarea', { id: 'pasted', rows: '5', 'aria-label': 'Rows to import' });
  const use = element('button', { type: 'button', class: 'button' }, 'Use these rows');
  const paste = element('details', { class: 'paste' }, element('summary', {}, 'Paste rows instead'), area, use);
  const zone = element(
    'section',
    { class: 'zone', 'aria-label': 'Choose a file' },
    element('p', { class: 'lead' }, 'Drop a CSV or Excel file here, or'),
    choose,
    input,
    element('p', { class: 'hint' }, 'CSV, TSV or semicolons with up to 1,000,000 rows, or .xlsx with up to 100,000.'),
    paste,
  );
  choose.addEventListener('click', () => input.click());
  input.addEventListener('change', () => {
    const file = input.files?.[0];
    if (file) take(file, file.name);
  });
  use.addEventListener('click', () => take(new Blob([area.value]), PASTED));
  return zone;
}
