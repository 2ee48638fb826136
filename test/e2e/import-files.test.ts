import type { Page } from 'playwright-core';
import * as v from 'valibot';
import { type BrowserSession, openBrowser } from '../support/browser';
import { ImportWizard } from '../support/import-wizard';
import { siteApi } from '../support/site-api';
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

/** Rows that cannot be imported: where the problem is, its value, and words of the rule. */
const faulty: { file: string; row: string; column: string; value: string; rule: RegExp }[] = [
  {
    file: 'E-mail,Full name\r\nada(at)bad.example,Ada',
    row: '2',
    column: 'E-mail',
    value: 'ada(at)bad.example',
    rule: /Not an email address/,
  },
  {
    file: 'E-mail,Region\r\na@bad.example,EU\r\nb@bad.example,Europe',
    row: '3',
    column: 'Region',
    value: 'Europe',
    rule: /Its options are EU, US/,
  },
  {
    file: `E-mail,Notes\r\na@bad.example,${'n'.repeat(300)}`,
    row: '2',
    column: 'Notes',
    value: 'n'.repeat(300),
    rule: /Longer than 255 characters/,
  },
  {
    file: 'E-mail,Full name\r\na@bad.example,Ada\r\nA@bad.example,Ada again',
    row: '3',
    column: 'E-mail',
    value: 'A@bad.example',
    rule: /already in row 2/,
  },
  {
    file: 'E-mail,Full name,Region\r\na@bad.example,Ada\r\nb@bad.example,Bo,EU',
    row: '2',
    column: 'Whole row',
    value: '',
    rule: /has 2 cells, but the header has 3/,
  },
  {
    file: 'E-mail,Phone\r\na@bad.example,+49 30 123 ext. 5',
    row: '2',
    column: 'Phone',
    value: '+49 30 123 ext. 5',
    rule: /Not a phone number/,
  },
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

  it.each(faulty)('a row is named with its column, value and rule: $column, $rule', async (expected) => {
    await wizard.open(session.url);
    await wizard.choose('faulty.csv', expected.file);
    await wizard.check();
    const cells = page.getByRole('table', { name: 'The first problems, row by row' }).locator('tbody tr').first();
    await cells.waitFor();
    const [row, column, value, rule] = await cells.locator('td').allInnerTexts();
    expect({ row: row?.trim(), column, value: value?.trim() }).toEqual({
      row: expected.row,
      column: expected.column,
      value: expected.value,
    });
    expect(rule).toMatch(expected.rule);
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

  it('names the cell of a file whose encoding is damaged', async () => {
    await wizard.open(session.url);
    const good = 'E-mail,Full name\r\nz@bad.example,Zoë ÄÖÜ äöü\r\na@bad.example,Jos';
    await wizard.choose('damaged.csv', bytes(good, [0xe9], '\r\n'));
    await wizard.check();
    await page.getByText('A character can’t be read in the encoding chosen for the file').first().waitFor();
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

const foundSchema = v.object({ customers: v.array(v.object({ id: v.string() })) });
const profilesSchema = v.object({
  profiles: v.array(
    v.object({ details: v.array(v.object({ name: v.string(), value: v.object({ text: v.array(v.string()) }) })) }),
  ),
});

/** The values of each customer who has this one, asked of the site itself. */
async function valuesOfThoseWith(url: string, name: string, value: string) {
  const ask = siteApi(url);
  const search = { detailFields: [{ name, value }] };
  const { customers } = v.parse(foundSchema, await ask('POST', 'customer/search-by-detail-field', search));
  const found = await ask('POST', 'customer/profile/fetch', { customerIds: customers.map(({ id }) => id) });
  const { profiles } = v.parse(profilesSchema, found);
  return profiles.map(({ details }) => Object.fromEntries(details.map((one) => [one.name, one.value.text])));
}

describe('values as people write them', () => {
  let session: BrowserSession;
  beforeAll(async () => {
    session = await openBrowser();
  });
  afterAll(() => session.close());

  it('are taken once their country is chosen, and what the page adds or leaves out can be switched off', async () => {
    const page = await session.newPage();
    const wizard = new ImportWizard(page);
    await wizard.open(session.url);
    const rows = [
      'Email,Name,Phone,Website,Credit limit,Since,Notes',
      'ada@ways.example,Ada Byron,(030) 123-4567,www.acme.example,"€ 1.200,50",46095,Q&amp;A',
      'bo@ways.example,Bo Lind,0049 40 765432,acme.example/shop,€ 300,46096,',
    ];
    await wizard.choose('ways.csv', rows.join('\r\n'));
    await wizard.button('Continue to the columns').click();
    const check = wizard.button('Check every row');
    await page.getByText('Choose the country of numbers without a country code, such as (030) 123-4567.').waitFor();
    await soon(() => check.isDisabled(), true);
    await page.getByLabel('Numbers without a country code are from').click();
    await page.keyboard.type('germ');
    await page.getByRole('option', { name: 'Germany (+49)' }).click();
    await page.getByText('(030) 123-4567 becomes +49 30 123-4567').waitFor();
    await page.getByText('days as a spreadsheet counts them: 46095 is March 14, 2026').waitFor();
    await page.getByRole('checkbox', { name: 'Leave out “€”', checked: true }).waitFor();
    await page.getByRole('checkbox', { name: 'Add https:// where it’s missing' }).uncheck();
    await check.click();
    await page.getByText('Not a URL').first().waitFor();
    await wizard.button('Back').click();
    await page.getByRole('checkbox', { name: 'Add https:// where it’s missing' }).check();
    await check.click();
    await page.getByText('All 2 rows can be imported').waitFor();
    await page.getByText('Characters written as in web pages').waitFor();
    const path = await wizard.start(2, false);
    await page.goto(`${session.url}${path.slice(1)}`);
    await page.getByText('Done', { exact: true }).waitFor();
    const [ada] = await valuesOfThoseWith(session.url, 'Website', 'https://www.acme.example');
    expect(ada).toMatchObject({
      Phone: ['+49 30 123-4567'],
      'Credit limit': ['1200.50'],
      Since: ['2026-03-14'],
      Notes: ['Q&A'],
    });
  });
});
