import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import * as v from 'valibot';
import { NORA } from '../../test/support/console';
import { ImportWizard } from '../../test/support/import-wizard';
import { sandboxControl } from '../../test/support/sandbox-control';
import { siteApi } from '../../test/support/site-api';

/** Where a shot is taken: the browser's page and the sandbox behind it. */
export interface Scene {
  page: Page;
  /** The address of the sandbox, with a slash at its end. */
  url: string;
}

export interface Shot {
  /** The file's name, without `.png`. */
  file: string;
  title: string;
  /** One sentence for the gallery: what a person does there. */
  line: string;
  /** The address in the console, or with a slash at its start that on the site; none to stay on the page before. */
  path?: string | ((scene: Scene) => Promise<string>);
  /** What a person would do before the picture is taken. */
  act?: (scene: Scene) => Promise<void>;
  /** A text that is there once the page has loaded. */
  ready: string | RegExp;
}

const SAMPLE = 'samples/customers-2000.csv';

const button = ({ page }: Scene, name: string | RegExp) => page.getByRole('button', { name, exact: true });
const foundSchema = v.object({ customers: v.array(v.object({ id: v.string() })) });

/** The customer of the demo site with values, organizations and entitlements of every kind. */
async function fullCustomer({ url }: Scene): Promise<string> {
  const body = { detailFields: [{ name: 'Notes', value: 'Prefers to be called in the morning.' }] };
  const found = v.parse(foundSchema, await siteApi(url)('POST', 'customer/search-by-detail-field', body));
  return encodeURIComponent(found.customers[0]?.id ?? '');
}

/** Delivers the sample with another phone for some of its customers, and waits until that is applied. */
async function deliver({ page }: Scene, url: string, token: string, night: number): Promise<void> {
  const lines = (await readFile(SAMPLE, 'utf8')).split('\n');
  const changed = lines.map((line, at) => (at % (90 * night) === 1 ? line.replace(/,EU,|,US,/, ',UK,') : line));
  await fetch(url, { method: 'POST', headers: { Authorization: `Bearer ${token}` }, body: changed.join('\n') });
  await page.reload();
  const runs = page.getByRole('table', { name: 'Runs' }).getByText('Open the import');
  await runs.nth(night - 1).waitFor({ timeout: 120_000 });
}

/** Every page of the console, in the order in which a person would walk through it. The states build on each other. */
export const shots: readonly Shot[] = [
  {
    file: 'customers-find',
    title: 'Find customers',
    line: 'By name or email, ID, detail values or organization.',
    path: 'customers/find/person/1/Amara',
    ready: /^Amara /,
  },
  {
    file: 'customer',
    title: 'A customer',
    line: 'Account, detail values you edit in place, organizations, and entitlements with their source.',
    path: async (scene) => `customers/${await fullCustomer(scene)}`,
    ready: 'Entitlements',
  },
  {
    file: 'customer-new',
    title: 'Create a customer',
    line: 'Account, detail values, organizations and products at once, all or nothing.',
    path: 'customers/new',
    ready: 'Create customer',
  },
  {
    file: 'organizations',
    title: 'Organizations',
    line: 'The list, page by page, and search by part of the name, by names or by IDs.',
    path: 'organizations',
    ready: 'Alder Logistics Pty Ltd',
  },
  {
    file: 'organization',
    title: 'An organization',
    line: 'Its detail values, its customers, and what it’s entitled to.',
    path: 'organizations/4',
    ready: 'Entitlements',
  },
  {
    file: 'organization-new',
    title: 'Create an organization',
    line: 'With detail values, customers and products at once.',
    path: 'organizations/new',
    ready: 'Create organization',
  },
  {
    file: 'products',
    title: 'Products',
    line: 'List, search, create one or a pasted list, rename, delete. Once your site was read: how many entitlements there are to each.',
    path: 'products',
    ready: 'Rename',
  },
  {
    file: 'entitlements',
    title: 'The entitlements of a holder',
    line: 'What a customer or an organization is entitled to; grant and revoke.',
    path: async (scene) => `entitlements/customer/${await fullCustomer(scene)}`,
    ready: /Revoke|Entitled/,
  },
  {
    file: 'fields',
    title: 'Detail fields',
    line: 'The fields of customers, organizations and entitlements, and how many of 50 are used.',
    path: 'fields/customers',
    ready: 'Region',
  },
  {
    file: 'field-edit',
    title: 'Edit a detail field',
    line: 'Rename without losing values. Add, rename, remove and paste options.',
    path: 'fields/customers/edit/Region',
    ready: /Save/,
  },
  {
    file: 'requests',
    title: 'Requests',
    line: 'Send a request to a help center, as a form on another site would, and comment on one. See what was sent lately.',
    path: 'requests',
    ready: /Send request/,
  },
  {
    file: 'import-what',
    title: 'Import: what',
    line: 'Create, update or both.',
    path: 'imports/new',
    ready: 'Continue to the file',
  },
  {
    file: 'import-file',
    title: 'Import: the file',
    line: 'A CSV in any encoding and with any separator, read on your computer.',
    act: async ({ page }) => {
      await new ImportWizard(page).button('Continue to the file').click();
      const frame = await new ImportWizard(page).frame();
      await frame.setInputFiles('input[type=file]', SAMPLE);
      await page.getByRole('button', { name: 'Continue to the columns', disabled: false }).waitFor();
    },
    ready: 'Continue to the columns',
  },
  {
    file: 'import-columns',
    title: 'Import: the columns',
    line: 'Each column goes to one place. Most are matched automatically.',
    act: async ({ page }) => new ImportWizard(page).button('Continue to the columns').click(),
    ready: 'Check every row',
  },
  {
    file: 'import-check',
    title: 'Import: the check',
    line: 'Every row is checked before anything is sent: row, column, value and reason.',
    act: async ({ page }) => {
      await new ImportWizard(page).button('Check every row').click();
      await page.getByText('can be imported').waitFor();
      await new ImportWizard(page).leaveOut();
    },
    ready: 'can be imported',
  },
  {
    file: 'import-start',
    title: 'Import: the start',
    line: 'What will be sent and how. For a large import, you confirm the number of rows.',
    act: async (scene) => button(scene, 'Continue to start').click(),
    ready: /Import [\d,]+ customers/,
  },
  {
    file: 'job',
    title: 'An import',
    line: 'Progress, the outcome of every row with its reason, and the unsuccessful rows as a CSV to correct.',
    act: async ({ page, url }) => {
      await sandboxControl(url).faults({ rowFailRate: 0.02 });
      const asked = await page.getByText(/^Type \d+ to confirm$/).innerText();
      await page.getByLabel(asked).fill(asked.replace(/\D/g, ''));
      await page.getByRole('button', { name: /^Import [\d,]+ customers$/ }).click();
      await page.getByText('Done with failures', { exact: true }).waitFor({ timeout: 120_000 });
    },
    ready: 'Unsuccessful rows by reason',
  },
  {
    file: 'imports',
    title: 'Imports',
    line: 'All imports on the site, newest first.',
    path: 'imports',
    ready: '1 import',
  },
  {
    file: 'sync-new',
    title: 'Set up a sync',
    line: 'Made of an import or a saved mapping: when it runs, what becomes of records that vanish, what needs approval, who is told.',
    path: 'imports',
    act: async (scene) => {
      await scene.page.getByRole('button', { name: 'customers-2000' }).first().click();
      await button(scene, 'Keep this in step').click();
    },
    ready: 'Large changes',
  },
  {
    file: 'sync',
    title: 'A sync',
    line: 'What its deliveries have changed, and how to deliver: by hand, or by a script.',
    act: async (scene) => {
      const { page } = scene;
      await button(scene, 'Create sync').click();
      const url = await page.getByLabel('Address', { exact: true }).inputValue();
      const token = await page.getByLabel('Token', { exact: true }).inputValue();
      await page.getByText('Open the sync →').click();
      for (const night of [1, 2, 3]) await deliver(scene, url, token, night);
    },
    ready: 'Rows of the last runs',
  },
  {
    file: 'syncs',
    title: 'Sync',
    line: 'The syncs of the site, with their last run and what comes next.',
    path: 'sync',
    ready: 'customers-2000',
  },
  {
    file: 'customers',
    title: 'Customers',
    line: 'The list of all customers, as the app read them: search, filters, columns, saved views, export, and changes to many.',
    path: 'customers',
    act: async (scene) => {
      await button(scene, 'Read the site').click();
      await scene.page.getByText('Entitled until').first().waitFor({ timeout: 120_000 });
    },
    ready: 'Entitled until',
  },
  {
    file: 'entitlements-list',
    title: 'Entitlements',
    line: 'Who is entitled to which product, and until when: filter by product, end and holder, sort, choose columns, export.',
    path: 'entitlements',
    act: async (scene) => {
      await scene.page.getByLabel('View', { exact: true }).click();
      await scene.page.getByRole('option', { name: 'Ends in 90 days', exact: true }).click();
    },
    ready: 'Ends soon',
  },
  {
    file: 'reports',
    title: 'Reports',
    line: 'What ends soon, what is missing, who may be a duplicate, and how the site grows. Each number leads to its list.',
    path: 'overview/reports',
    ready: 'Possible duplicates',
  },
  {
    file: 'overview',
    title: 'Overview',
    line: 'What’s running, what needs attention, how many detail fields are used, and shortcuts.',
    path: 'overview',
    ready: /of 50 used/,
  },
  {
    file: 'settings',
    title: 'Settings',
    line: 'Task slots, retention and the defaults for imports, each with its reason.',
    path: 'settings',
    ready: 'Save settings',
  },
  {
    file: 'settings-profile',
    title: 'Settings: the customer on the issue',
    line: 'What agents see about the customer, in which order, and what is read-only.',
    path: 'settings/profile',
    ready: 'Customer fields',
  },
  {
    file: 'issue',
    title: 'The customer on an issue',
    line: 'Who is asking: account, detail values you edit in place, organizations, entitlements and other open issues.',
    path: '/browse/CARE-1',
    ready: '2 other open issues',
  },
  {
    file: 'no-permission',
    title: 'Without the permission',
    line: 'What people without the Administer Jira permission see: which permission is missing, and who can grant it.',
    path: 'overview',
    act: async ({ page }) => {
      await page.getByLabel('Signed in as').selectOption(NORA);
    },
    // Parts of the page can say it a moment before the page does.
    ready: 'which you don’t have. Ask a Jira administrator',
  },
];
