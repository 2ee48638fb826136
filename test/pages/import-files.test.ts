import * as v from 'valibot';
import { ConsoleInNode } from '../support/page/console';
import { WizardInNode } from '../support/page/wizard';

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

let ui: ConsoleInNode;
let wizard: WizardInNode;

beforeAll(async () => {
  ui = await ConsoleInNode.start();
  wizard = new WizardInNode(ui);
});
afterAll(() => ui.close());

describe('what the wizard says of ugly files', () => {
  it.each(faulty)('a row is named with its column, value and rule: $column, $rule', async (expected) => {
    await wizard.open();
    await wizard.choose('faulty.csv', expected.file);
    await wizard.check();
    const table = ui.getByRole('table', { name: 'The first problems, row by row' });
    await table.waitFor();
    const [row, column, value, rule] = table.getByRole('row').nth(1).getByRole('cell').texts();
    expect({ row, column, value }).toEqual({ row: expected.row, column: expected.column, value: expected.value });
    expect(rule).toMatch(expected.rule);
  });

  it('names the cell of a file whose encoding is damaged', async () => {
    const good = 'E-mail,Full name\r\nz@bad.example,Zoë ÄÖÜ äöü\r\na@bad.example,Jos';
    await wizard.open();
    await wizard.choose('damaged.csv', Buffer.concat([Buffer.from(good), Buffer.from([0xe9]), Buffer.from('\r\n')]));
    await wizard.check();
    await ui.text('A character can’t be read in the encoding chosen for the file').waitFor();
  });
});

const foundSchema = v.object({ customers: v.array(v.object({ id: v.string() })) });
const profilesSchema = v.object({
  profiles: v.array(
    v.object({ details: v.array(v.object({ name: v.string(), value: v.object({ text: v.array(v.string()) }) })) }),
  ),
});

/** The values of each customer who has this one, asked of the site itself. */
async function valuesOfThoseWith(name: string, value: string) {
  const search = { detailFields: [{ name, value }] };
  const { customers } = v.parse(foundSchema, await ui.site('POST', 'customer/search-by-detail-field', search));
  const found = await ui.site('POST', 'customer/profile/fetch', { customerIds: customers.map(({ id }) => id) });
  const { profiles } = v.parse(profilesSchema, found);
  return profiles.map(({ details }) => Object.fromEntries(details.map((one) => [one.name, one.value.text])));
}

describe('values as people write them', () => {
  it('are taken once their country is chosen, and what the page adds or leaves out can be switched off', async () => {
    const rows = [
      'Email,Name,Phone,Website,Credit limit,Since,Notes',
      'ada@ways.example,Ada Byron,(030) 123-4567,www.acme.example,"€ 1.200,50",46095,Q&amp;A',
      'bo@ways.example,Bo Lind,0049 40 765432,acme.example/shop,€ 300,46096,',
    ];
    await wizard.open();
    await wizard.choose('ways.csv', rows.join('\r\n'));
    await wizard.button('Continue to the columns').click();
    const check = wizard.button('Check every row');
    await ui.text('Choose the country of numbers without a country code, such as (030) 123-4567.').waitFor();
    expect(await check.isDisabled()).toBe(true);
    await ui.choose('Numbers without a country code are from', 'Germany (+49)');
    await ui.text('(030) 123-4567 becomes +49 30 123-4567').waitFor();
    await ui.text('days as a spreadsheet counts them: 46095 is March 14, 2026').waitFor();
    expect(await ui.getByRole('checkbox', { name: 'Leave out “€”' }).isChecked()).toBe(true);
    const addsScheme = ui.getByRole('checkbox', { name: 'Add https:// where it’s missing' });
    await addsScheme.uncheck();
    await check.click();
    await ui.text('Not a URL').waitFor();
    await wizard.button('Back').click();
    await addsScheme.check();
    await check.click();
    await ui.text('All 2 rows can be imported').waitFor();
    await ui.text('Characters written as in web pages').waitFor();
    await wizard.start({ keepsBefore: false });
    await wizard.ended();
    const [ada] = await valuesOfThoseWith('Website', 'https://www.acme.example');
    expect(ada).toMatchObject({
      Phone: ['+49 30 123-4567'],
      'Credit limit': ['1200.50'],
      Since: ['2026-03-14'],
      Notes: ['Q&A'],
    });
  });
});
