import { imported, organizationId } from '../../support/sample-exports';

const upsert = (details: Record<string, string[]>, rest: object) => ({
  operationType: 'UPSERT',
  payload: { ...rest, details: Object.entries(details).map(([name, values]) => ({ name, values })) },
});
const member = (...names: string[]) => ({ associateOrganizations: { organizationIds: names.map(organizationId) } });

/** Nothing is to be chosen, and one row is bad, the sixth of the file. */
const sound = (rule: string) => ({ doubts: [], rows: 12, problems: [expect.stringContaining(`6 ${rule}`)] });
const NO_ADDRESS = 'Email: Not an email address';

test('contacts from Salesforce: the name of the account decides, and no id of it', async () => {
  expect(await imported('salesforce-contacts')).toMatchObject({
    preset: 'salesforce-contacts',
    separator: ';',
    ...sound(NO_ADDRESS),
    goes: [
      'Id → detail External ID',
      'Account.Name → organization name',
      'LastName → displayName 2',
      'FirstName → displayName 1',
      'Phone → detail Phone',
      'Email → email',
      'Title → detail Title',
    ],
    second: upsert(
      { 'External ID': ['0035g00000mTz01AAJ'], Phone: ['+49 30 2004321'], Title: ['Head of Support'] },
      {
        email: 'BJORN.BYRON.2@salesforce.example',
        displayName: 'Björn Byron',
        ...member('Boreal Logistics K.K.'),
      },
    ),
  });
});

test('accounts from Salesforce: the parts of the address make one', async () => {
  expect(await imported('salesforce-accounts')).toMatchObject({
    preset: 'salesforce-accounts',
    separator: ';',
    ...sound('Website: Not a URL'),
    goes: [
      'Id → detail External ID',
      'Name → name',
      'Type → detail Type',
      'BillingStreet → detail Address 1',
      'BillingCity → detail Address 2',
      'BillingState → detail Address 3',
      'BillingPostalCode → detail Address 4',
      'BillingCountry → detail Address 5',
      'Phone → detail Switchboard',
      'Website → detail Website',
      'Industry → detail Industry',
      'NumberOfEmployees → detail Employees',
    ],
    first: upsert(
      {
        'External ID': ['0015g00000KTz00AAJ'],
        Type: ['Customer'],
        Address: ['1 Mill Lane, Köln, 50667, Germany'],
        Switchboard: ['+49 221 300000'],
        Website: ['https://www.quartz-1.example'],
        Industry: ['Retail'],
        Employees: ['20'],
      },
      { name: 'Quartz Bakery' },
    ),
  });
});

test('contacts from HubSpot: several companies, several options, and days without their times', async () => {
  expect(await imported('hubspot-contacts')).toMatchObject({
    preset: 'hubspot-contacts',
    separator: ';',
    ...sound(NO_ADDRESS),
    goes: [
      'Record ID → detail External ID',
      'First Name → displayName 1',
      'Last Name → displayName 2',
      'Email → email',
      'Phone Number → detail Phone',
      'Job Title → detail Title',
      'Associated Company → organization name',
      'Type → detail Type',
      'Since → detail Since',
      'Interests → detail Interests',
    ],
    second: upsert(
      {
        'External ID': ['10050052'],
        Phone: ['+49 30 2004321'],
        Title: ['Owner'],
        Type: ['Customer', 'Partner'],
        Since: ['2021-02-15'],
        Interests: ['Newsletter'],
      },
      {
        email: 'BJORN.BYRON.2@hubspot.example',
        displayName: 'Björn Byron',
        ...member('Boreal Logistics K.K.', 'Cinder Logistics Inc'),
      },
    ),
  });
});

test('companies from HubSpot: a domain is no website', async () => {
  expect(await imported('hubspot-companies')).toMatchObject({
    preset: 'hubspot-companies',
    separator: ';',
    ...sound('Type: Not an option of the field'),
    goes: [
      'Record ID → detail External ID',
      'Company name → name',
      'Website URL → detail Website',
      'Phone Number → detail Switchboard',
      'Type → detail Type',
      'Industry → detail Industry',
      'Number of Employees → detail Employees',
      'Street Address → detail Address 1',
      'City → detail Address 3',
      'Postal Code → detail Address 5',
      'Country/Region → detail Address 6',
    ],
    first: upsert(
      {
        'External ID': ['20070011'],
        Website: ['https://www.quartz-1.example'],
        Switchboard: ['+46 40 600000'],
        Type: ['Prospect'],
        Industry: ['Retail'],
        Employees: ['5'],
        Address: ['3 Station Square, Malmö, 21119, Sweden'],
      },
      { name: 'Pewter Clinics' },
    ),
  });
});

test('users from Zendesk: the external id is kept, and Zendesk’s own is not', async () => {
  expect(await imported('zendesk-users')).toMatchObject({
    preset: 'zendesk-users',
    separator: '|',
    ...sound('email: Not an email address'),
    goes: [
      'name → displayName',
      'email → email',
      'external_id → detail External ID',
      'phone → detail Phone',
      'organization → organization name',
      'locale → detail Preferred language',
      'notes → detail Notes',
    ],
    first: upsert(
      {
        'External ID': ['crm-700'],
        Phone: ['+49 30 2000000'],
        'Preferred language': ['de'],
        Notes: ['Prefers chat\nNot on Mondays'],
      },
      { email: 'ada.castro.1@zendesk.example', displayName: 'Ada Castro', ...member('Atlas Logistics AB') },
    ),
    second: upsert(
      { 'Preferred language': ['en-US'] },
      {
        email: 'BJORN.BYRON.2@zendesk.example',
        displayName: 'Björn Byron',
        ...member('Boreal Logistics K.K.', 'Cinder Logistics Inc'),
      },
    ),
  });
});

test('organizations from Zendesk: a comma in a name separates nothing', async () => {
  expect(await imported('zendesk-organizations')).toMatchObject({
    preset: 'zendesk-organizations',
    separator: '|',
    ...sound(': The row doesn’t identify an organization'),
    goes: ['name → name', 'external_id → detail External ID', 'details → detail Address'],
    second: upsert({ 'External ID': ['crm-o-2'], Address: ['9 Dock Street, Malmö'] }, { name: 'Tundra Optics, Inc.' }),
  });
});

test('users from Intercom: when they signed up is since when they are customers', async () => {
  expect(await imported('intercom-users')).toMatchObject({
    preset: 'intercom-contacts',
    separator: ',',
    ...sound(NO_ADDRESS),
    goes: [
      'Name → displayName',
      'Email → email',
      'Phone → detail Phone',
      'User ID → detail External ID',
      'Company name → organization name',
      'Signed up → detail Since',
      'Browser language → detail Preferred language',
    ],
    first: upsert(
      { 'External ID': ['u_4100'], Since: ['2024-01-09'], 'Preferred language': ['en'] },
      { email: 'ada.castro.1@intercom.example', displayName: 'Ada Castro', ...member('Atlas Logistics AB') },
    ),
  });
});

test('customers in Atlassian’s format: options are told by comma or bar', async () => {
  expect(await imported('atlassian-customers')).toMatchObject({
    preset: 'atlassian-customers',
    separator: ',',
    ...sound(NO_ADDRESS),
    goes: [
      'Email → email',
      'Full name → displayName',
      'Organization → organization name',
      'Phone → detail Phone',
      'External ID → detail External ID',
      'Type → detail Type',
      'Title → detail Title',
      'Region → detail Region',
      'Preferred language → detail Preferred language',
      'Interests → detail Interests',
    ],
    first: upsert(
      {
        Phone: ['+49 30 2000000'],
        'External ID': ['C-900'],
        Type: ['Customer', 'Partner'],
        Title: ['Buyer'],
        Region: ['EU'],
        'Preferred language': ['German'],
        Interests: ['Webinars', 'Events'],
      },
      { email: 'ada.castro.1@atlassian.example', displayName: 'Ada Castro', ...member('Atlas Logistics AB') },
    ),
  });
});

test('organizations in Atlassian’s format', async () => {
  expect(await imported('atlassian-organizations')).toMatchObject({
    preset: 'atlassian-organizations',
    separator: ',',
    ...sound('Industry: Not an option of the field'),
    goes: [
      'Organization Name → name',
      'External ID → detail External ID',
      'Type → detail Type',
      'Industry → detail Industry',
      'Website → detail Website',
      'Address → detail Address',
      'Customer Segment → detail Customer Segment',
    ],
    first: upsert(
      {
        'External ID': ['O-1'],
        Type: ['Customer', 'Partner'],
        Industry: ['Retail'],
        Website: ['https://www.quartz-1.example'],
        Address: ['2 Ring Road, Köln'],
        'Customer Segment': ['SMB'],
      },
      { name: 'Tundra Optics, Inc.' },
    ),
  });
});
