import type { Page } from 'playwright-core';
import { type BrowserSession, openBrowser } from '../support/browser';
import { ImportWizard } from '../support/import-wizard';
import { soon } from '../support/soon';

jest.setTimeout(120_000);

const utf16 = (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le');
const bytes = (...parts: (string | number[])[]) =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'utf8') : Buffer.from(part))));

/** Files that cannot be imported at all, and words of why. */
const refused: [string, Buffer | string, RegExp][] = [
  ['an empty file', '', /The file is empty/],
  ['blank lines alone', '\r\n \r\n', /The file is empty/],
  ['a header without rows', 'E-mail,Full name\r\n', /header but no rows/],
  ['a workbook that is cut off', bytes([0x50, 0x4b, 3, 4], 'xl/workbook.xml'), /workbook is damaged.*save it again/],
  ['a binary file', bytes('E-mail', [0, 1, 2, 0, 0, 7, 9], 'x'), /binary file/],
];

describe('what the wizard says of ugly files', () => {
  let session: BrowserSession;
  let page: Page;
  let wizard: ImportWizard;

  beforeAll(async () => {
    session = await openBrowser();
    page = await session.newPage();
    wizard = new ImportWizard(page);
    await wizard.open(session.url);
  });
  afterAll(() => session.close());

  it.each(refused)('%s is refused', async (_name, content, words) => {
    const frame = await wizard.frame();
    await wizard.choose('ugly.csv', content);
    await frame.getByRole('alert').filter({ hasText: words }).waitFor();
    await soon(() => wizard.button('Continue to the columns').isDisabled(), true);
  });

  it('reads files of Windows and of Excel, and says in which encoding', async () => {
    await wizard.open(session.url);
    const latin = Buffer.from('E-mail;Full name\r\njosé@ümlaut.example;José Müller', 'latin1');
    await wizard.choose('windows.csv', latin);
    await soon(() => wizard.fileFrame().getByLabel('Encoding').inputValue(), 'Windows-1252');
    await wizard.fileFrame().getByRole('cell', { name: 'José Müller' }).waitFor();
    await wizard.fileFrame().getByRole('button', { name: 'Choose another file' }).click();
    await wizard.choose('excel.csv', utf16('E-mail\tFull name\r\nzoe@excel.example\tZoë Łukasz'));
    await soon(() => wizard.fileFrame().getByLabel('Encoding').inputValue(), 'UTF-16LE');
    await wizard.fileFrame().getByRole('cell', { name: 'Zoë Łukasz' }).waitFor();
  });

  it('reads a file in another way at once, as a person says it', async () => {
    await wizard.open(session.url);
    const shown = wizard.fileFrame();
    await wizard.choose('guessed.csv', Buffer.from('E-mail;Full name\r\njose@guess.example;Jos\u00E9', 'latin1'));
    await shown.getByText('A guess: check the special letters below.').waitFor();
    await shown.getByLabel('Encoding').selectOption('Windows-1251');
    await shown.getByRole('cell', { name: 'Josй' }).first().waitFor();
    await shown.getByText('You chose it.').waitFor();
    await shown.getByLabel('Column names').selectOption('0');
    await shown.getByRole('columnheader', { name: 'Column 2' }).waitFor();
    await shown.getByRole('cell', { name: 'Full name' }).waitFor();
  });

  it('takes a file that is dropped on the one that is there, and rows that are pasted where no file is', async () => {
    await wizard.open(session.url);
    await wizard.choose('first.csv', 'E-mail\r\nfirst@given.example');
    const shown = wizard.fileFrame();
    await shown.getByText('· 1 column').waitFor();
    await give(page, 'drop', { name: 'second.csv', content: 'E-mail,Full name\r\nsecond@given.example,Dropped' });
    await shown.getByText('second.csv', { exact: true }).waitFor();
    await give(page, 'paste', { content: 'E-mail\r\nignored@given.example' });
    await shown.getByRole('button', { name: 'Choose another file' }).click();
    await give(page, 'paste', { content: 'E-mail\tFull name\r\nthird@given.example\tPasted' });
    await shown.getByRole('cell', { name: 'third@given.example' }).waitFor();
  });

  it('takes the first of several files that are dropped, and says so until another is given', async () => {
    await wizard.open(session.url);
    await wizard.frame();
    const shown = wizard.fileFrame();
    const files = ['first.csv', 'second.csv', 'third.csv'].map((name) => ({
      name,
      content: 'E-mail\r\na@given.example',
    }));
    await give(page, 'drop', ...files);
    await shown.getByText('first.csv', { exact: true }).waitFor();
    const words = shown.getByText('Only one file at a time. Using first.csv, ignoring 2 others.');
    await words.waitFor();
    await shown.getByRole('button', { name: 'Choose another file' }).click();
    await words.waitFor({ state: 'detached' });
    await give(page, 'paste', { name: 'empty.csv', content: '' }, { name: 'fourth.csv', content: 'E-mail' });
    await shown.getByRole('alert').waitFor();
    await shown.getByText('Only one file at a time. Using empty.csv, ignoring 1 other.').waitFor();
  });

  it('has sent nothing of them all', async () => {
    await page.goto(`${session.url}jira/settings/apps/csm-console/imports`);
    await page.getByText('Import your first customers').waitFor();
  });
});

interface Given {
  name?: string;
  content: string;
}

/** Drops or pastes into the file frame, where nothing in it has the focus: files, or text where there is no name. */
async function give(page: Page, type: 'drop' | 'paste', ...given: Given[]): Promise<void> {
  const frame = page.frames().find((one) => one.url().includes('/file-frame/'));
  await frame?.evaluate(
    ({ type, given }) => {
      const data = new DataTransfer();
      for (const { name, content } of given) {
        if (name === undefined) data.setData('text', content);
        else data.items.add(new File([content], name));
      }
      const options = { bubbles: true, cancelable: true };
      const event =
        type === 'drop'
          ? new DragEvent('drop', { ...options, dataTransfer: data })
          : new ClipboardEvent('paste', { ...options, clipboardData: data });
      document.body.dispatchEvent(event);
    },
    { type, given },
  );
}
