import Papa from 'papaparse';
import type { Page } from 'playwright-core';
import * as v from 'valibot';
import { type BrowserSession, openBrowser } from '../support/browser';
import { downloadedText, ImportWizard } from '../support/import-wizard';
import { sandboxControl } from '../support/sandbox-control';

jest.setTimeout(120_000);

/** Cells that a spreadsheet may run as a formula, and one that only looks as if the console had written it. */
const notes = ['=SUM(A1:A9)', '+1 offered', '-10 % agreed', '@all call first', '\t=1+1', "''=already quoted", 'plain'];
/** What is imported of them: blanks around a cell are cleaned off. */
const imported = notes.map((note) => note.trim());
const phoneOf = (index: number) => `+49 30 55501${index}`;
const HEADERS = ['E-mail', 'Full name', 'Phone', 'Region', 'Notes'];

function customer(index: number, region: string): string[] {
  return [`guard${index}@guard.example`, `Person ${index}`, phoneOf(index), region, notes[index] ?? ''];
}

const rowsOf = (csv: string) => Papa.parse<string[]>(csv.replace(/^\uFEFF/, ''), { skipEmptyLines: true }).data;

describe('the rows that an import hands back', () => {
  let session: BrowserSession;
  let page: Page;
  let wizard: ImportWizard;

  beforeAll(async () => {
    session = await openBrowser(['--task-speed', '20']);
    page = await session.newPage();
    wizard = new ImportWizard(page);
  });
  afterAll(() => session.close());

  it('are guarded against spreadsheets, and come in unchanged once they are corrected', async () => {
    const rows = notes.map((_, index) => customer(index, 'Europe'));
    await wizard.open(session.url);
    const file = Papa.unparse([HEADERS, ...rows, customer(notes.length, 'EU')], { delimiter: ';' });
    await wizard.choose('guard.csv', file);
    await wizard.check();
    await page.getByText(`1 of ${notes.length + 1} rows can be imported`).waitFor();
    await wizard.leaveOut();
    await wizard.start(1);
    await sandboxControl(session.url).quickened(page.getByText('1 of 1 row · 100%').waitFor());
    const csv = await downloadedText(page, () => wizard.button('Download unsuccessful rows').click());
    expect(csv).toContain(HEADERS.join(';'));
    const [headers, ...listed] = rowsOf(csv);
    expect(headers).toEqual([...HEADERS, 'CSM Console row', 'CSM Console outcome', 'CSM Console reason']);
    expect(listed.map((row) => row[4])).toEqual(imported.map((note) => (note === 'plain' ? note : `'${note}`)));
    for (const cell of listed.flat()) expect(cell).not.toMatch(/^[=+\-@\t\r]/);

    await wizard.open(session.url);
    await wizard.choose('guard, corrected.csv', csv.replaceAll(';Europe;', ';EU;'));
    await page.getByText('This is a list of unsuccessful rows from the console').waitFor();
    await wizard.check();
    await page.getByText(`All ${notes.length} rows can be imported`).waitFor();
    await wizard.start(notes.length);
    await sandboxControl(session.url).quickened(
      page.getByText(`${notes.length} of ${notes.length} rows · 100%`).waitFor(),
    );
    await page.getByText('Done', { exact: true }).waitFor();
    for (const [index, note] of imported.entries()) {
      expect(await storedNotes(session.url, phoneOf(index))).toEqual([[note]]);
    }
  });

  it('of the check alone are guarded the same way', async () => {
    await wizard.open(session.url);
    await wizard.choose('problems.csv', Papa.unparse([HEADERS, customer(0, 'Europe')]));
    await wizard.check();
    const csv = await downloadedText(page, () => wizard.button('Download problems').click());
    expect(rowsOf(csv)[1]?.slice(0, 5)).toEqual([
      'guard0@guard.example',
      'Person 0',
      `'${phoneOf(0)}`,
      'Europe',
      "'=SUM(A1:A9)",
    ]);
  });
});

const foundSchema = v.object({ customers: v.array(v.object({ id: v.string() })) });
const profilesSchema = v.object({
  profiles: v.array(
    v.object({ details: v.array(v.object({ name: v.string(), value: v.object({ text: v.array(v.string()) }) })) }),
  ),
});

/** The notes of every customer who has exactly this phone number, asked of the site itself. */
async function storedNotes(url: string, phone: string): Promise<string[][]> {
  const ask = async (path: string, body: object): Promise<unknown> => {
    const headers = { authorization: 'Bearer ada', 'x-experimentalapi': 'opt-in', 'content-type': 'application/json' };
    const response = await fetch(`${url}jsm/csm/api/v1/customer/${path}`, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
    });
    return response.json();
  };
  const search = { detailFields: [{ name: 'Phone', value: phone }] };
  const { customers } = v.parse(foundSchema, await ask('search-by-detail-field', search));
  const customerIds = customers.map(({ id }) => id);
  const { profiles } = v.parse(profilesSchema, await ask('profile/fetch', { customerIds }));
  return profiles.map(({ details }) => details.find(({ name }) => name === 'Notes')?.value.text ?? []);
}
