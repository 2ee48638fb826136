import Papa from 'papaparse';
import * as v from 'valibot';
import { ConsoleInNode } from '../support/page/console';
import { WizardInNode } from '../support/page/wizard';

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

let ui: ConsoleInNode;
let wizard: WizardInNode;

beforeAll(async () => {
  ui = await ConsoleInNode.start();
  wizard = new WizardInNode(ui);
});
afterAll(() => ui.close());

describe('the rows that an import hands back', () => {
  it('are guarded against spreadsheets, and come in unchanged once they are corrected', async () => {
    const rows = notes.map((_, index) => customer(index, 'Europe'));
    await wizard.open();
    const file = Papa.unparse([HEADERS, ...rows, customer(notes.length, 'EU')], { delimiter: ';' });
    await wizard.choose('guard.csv', file);
    await wizard.check();
    await ui.text(`1 of ${notes.length + 1} rows can be imported`).waitFor();
    await wizard.leaveOut();
    await wizard.start();
    await wizard.ended('Done, some left out');
    await ui.text('1 of 1 row · 100%').waitFor();
    const csv = await ui.downloadedText(() => wizard.button('Download unsuccessful rows').click());
    expect(csv).toContain(HEADERS.join(';'));
    const [headers, ...listed] = rowsOf(csv);
    expect(headers).toEqual([...HEADERS, 'CSM Console row', 'CSM Console outcome', 'CSM Console reason']);
    expect(listed.map((row) => row[4])).toEqual(imported.map((note) => (note === 'plain' ? note : `'${note}`)));
    for (const cell of listed.flat()) expect(cell).not.toMatch(/^[=+\-@\t\r]/);

    await wizard.open();
    await wizard.choose('guard, corrected.csv', csv.replaceAll(';Europe;', ';EU;'));
    await ui.text('This is a list of unsuccessful rows from the console').waitFor();
    await wizard.check();
    await ui.text(`All ${notes.length} rows can be imported`).waitFor();
    await wizard.start();
    await wizard.ended();
    await ui.text(`${notes.length} of ${notes.length} rows · 100%`).waitFor();
    for (const [index, note] of imported.entries()) expect(await storedNotes(phoneOf(index))).toEqual([[note]]);
  });

  it('of the check alone are guarded the same way', async () => {
    await wizard.open();
    await wizard.choose('problems.csv', Papa.unparse([HEADERS, customer(0, 'Europe')]));
    await wizard.check();
    const csv = await ui.downloadedText(() => wizard.button('Download problems').click());
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
async function storedNotes(phone: string): Promise<string[][]> {
  const search = { detailFields: [{ name: 'Phone', value: phone }] };
  const { customers } = v.parse(foundSchema, await ui.site('POST', 'customer/search-by-detail-field', search));
  const customerIds = customers.map(({ id }) => id);
  const { profiles } = v.parse(profilesSchema, await ui.site('POST', 'customer/profile/fetch', { customerIds }));
  return profiles.map(({ details }) => details.find(({ name }) => name === 'Notes')?.value.text ?? []);
}
