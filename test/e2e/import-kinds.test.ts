import type { Page } from 'playwright-core';
import * as v from 'valibot';
import { type BrowserSession, openBrowser } from '../support/browser';
import { countsOf, downloadedText, ImportWizard } from '../support/import-wizard';
import { sandboxControl } from '../support/sandbox-control';
import { siteApi } from '../support/site-api';

jest.setTimeout(180_000);

const customerSchema = v.object({ customerId: v.string() });
const profileSchema = v.object({ details: v.array(v.object({ name: v.string(), values: v.array(v.string()) })) });

describe('the kinds of job beside the import of customers', () => {
  let session: BrowserSession;
  let page: Page;
  let wizard: ImportWizard;
  let site: ReturnType<typeof siteApi>;
  let control: ReturnType<typeof sandboxControl>;

  beforeAll(async () => {
    session = await openBrowser(['--task-speed', '20']);
    page = await session.newPage();
    wizard = new ImportWizard(page);
    site = siteApi(session.url);
    control = sandboxControl(session.url);
  });
  afterAll(() => session.close());

  const createCustomers = (emails: readonly string[]) =>
    Promise.all(
      emails.map(async (email) => {
        const created = await site('POST', 'customer', { email, displayName: 'Kim Example' });
        return v.parse(customerSchema, created).customerId;
      }),
    );

  const completed = async (rows: number): Promise<void> => {
    await control.quickened(page.getByText('Done', { exact: true }).waitFor());
    await page.getByText(`${rows} of ${rows} rows · 100%`).waitFor();
    expect(await countsOf(page)).toMatchObject({ Succeeded: rows });
  };

  it('changes detail values as each column says: added to, or cleared', async () => {
    const [one = ''] = await createCustomers(['one@values.example', 'two@values.example']);
    await site('PUT', `customer/${one}/details?fieldName=Interests`, { values: ['Newsletter'] });
    await site('PUT', `customer/${one}/details?fieldName=Region`, { values: ['EU'] });
    await wizard.openKind(session.url, 'Customer detail values:');
    await wizard.choose(
      'values.csv',
      'Email,Interests,Region\none@values.example,Events,x\ntwo@values.example,Webinars,x',
    );
    await wizard.button('Continue to the columns').click();
    await choose(page, 'What “Interests” does to values', 'Add to values');
    await choose(page, 'What “Region” does to values', 'Clear values');
    await page.getByText('Clears the values of rows that have any text in the cell.').waitFor();
    await wizard.button('Check every row').click();
    await wizard.button('Continue to start').click();
    await page.getByText('Each row is looked up on your site first: up to 2 searches.').waitFor();
    await page.getByText('Up to 6 single calls, five at a time.').waitFor();
    await page.getByRole('radio', { name: /^Bulk: 1 request of up to 100 rows/ }).check();
    await page.getByText('1 request of up to 100 customers each').waitFor();
    await wizard.button('Update 2 customers').click();
    await completed(2);
    const { details } = v.parse(profileSchema, await site('GET', `customer/${one}`));
    const valuesOf = (field: string) => details.find(({ name }) => name === field)?.values;
    expect([valuesOf('Interests'), valuesOf('Region')]).toEqual([['Newsletter', 'Events'], []]);
  });

  it('creates products, from the template for them', async () => {
    await wizard.openKind(session.url, 'Products:');
    const template = await downloadedText(page, () => wizard.button('Download template').click());
    await wizard.choose('products.csv', `${template}Night desk,\r\n`);
    await wizard.check();
    await wizard.button('Continue to start').click();
    await page.getByText('2 products are created.').waitFor();
    await wizard.button('Create 2 products').click();
    await completed(2);
  });

  it('creates organizations that a file names and the site does not have, each once, and checks the file again', async () => {
    await wizard.open(session.url);
    const names = ['Novel Ltd', 'novel ltd', 'Fresh Inc'];
    const lines = names.map((name, index) => `member${index}@novel.example,${name}`);
    await wizard.choose('members.csv', ['Email,Organization', ...lines].join('\n'));
    await wizard.check();
    await page.getByText('None of 3 rows can be imported').waitFor();
    await page.getByText('Novel Ltd: 2 rows').waitFor();
    await control.faults({ rowFailRate: 1 });
    await wizard.button('Create 2 organizations first').click();
    await control.quickened(page.getByText('0 organizations were created').waitFor());
    await page.getByText('None of 3 rows can be imported').waitFor();
    await control.faults({ rowFailRate: 0 });
    await wizard.button('Create 2 organizations first').click();
    await control.quickened(page.getByText('All 3 rows can be imported').waitFor());
    await page.getByText('2 organizations were created').waitFor();
    await wizard.start(3);
    await completed(3);
  });

  it('deletes customers once their number is typed, and retries rows no sooner', async () => {
    await createCustomers(['gone@removals.example', 'left@removals.example']);
    await wizard.openKind(session.url, 'Delete customers:');
    await wizard.choose('gone.csv', 'Email\ngone@removals.example\nleft@removals.example\nnobody@removals.example');
    await wizard.check();
    await wizard.button('Continue to start').click();
    await page.getByText('You can’t undo this', { exact: true }).waitFor();
    expect(await wizard.button('Delete 3 customers').isDisabled()).toBe(true);
    await page.getByLabel('Type 3 to confirm').fill('3');
    await wizard.button('Delete 3 customers').click();
    await control.quickened(page.getByText('3 of 3 rows · 100%').waitFor());
    await page
      .getByRole('paragraph')
      .filter({ hasText: /no customer with the email …$/ })
      .waitFor();
    expect(await countsOf(page)).toMatchObject({ Succeeded: 2, Failed: 1 });
    await wizard.button('Retry rows').click();
    expect(await wizard.button('Retry 1 row').isDisabled()).toBe(true);
    await page.getByLabel('Type 1 to confirm').fill('1');
    await wizard.button('Retry 1 row').click();
    await control.quickened(page.getByText('1 of 1 row · 100%').waitFor());
  });
});

/** Chooses an option of a select by its label. */
async function choose(page: Page, label: string, option: string): Promise<void> {
  await page.getByLabel(label).click();
  await page.getByRole('option', { name: option }).click();
}
