import { writeSample } from './csv';

/**
 * Writes a file of each export that the console recognizes, as these tools write them and people leave them: stray blanks,
 * addresses in any case, ids of the tool, columns of no use, and one bad row. They name organizations of the demo site.
 */
export function writeExportSamples(organizations: readonly string[]): void {
  const organization = (at: number): string => organizations[(at * 3 + 2) % organizations.length] ?? '';
  salesforceContacts(organization);
  salesforceAccounts();
  hubspotContacts(organization);
  hubspotCompanies();
  zendeskUsers(organization);
  zendeskOrganizations();
  intercomContacts(organization);
  atlassianCustomers(organization);
  atlassianOrganizations();
}

const ROWS = 12;
const first = ['Ada', 'Björn', 'Chloé', 'Diego', 'Emeka', 'Freya', 'Hiroshi', 'Inés', 'Jana', 'Kenji', 'Layla', 'Mateo'];
const last = ['Byron', 'Lindqvist', 'Dubois', 'Castro', "O'Connor", 'van Dijk', 'Sato', 'Fernández', 'Novák', 'Abe'];
const towns = ['Köln', 'Malmö', 'Lyon', 'Sevilla', 'Lagos', 'Tromsø'];
const words = ['Quartz', 'Pewter', 'Saffron', 'Tundra', 'Willow', 'Zephyr'];
const trades = ['Bakery', 'Clinics', 'Freight', 'Optics, Inc.', 'Print & Sign'];
const pick = (list: readonly string[], at: number): string => list[at % list.length] ?? '';
const two = (value: number): string => String(value).padStart(2, '0');
const rows = <Cells>(make: (at: number) => Cells): Cells[] => Array.from({ length: ROWS }, (_, at) => make(at));

interface Person {
  given: string;
  family: string;
  email: string;
  phone: string;
}

/** One of the people of a tool. The fifth has an address that is none; every third one writes theirs in capitals. */
function person(at: number, tool: string): Person {
  const [given, family] = [pick(first, at), pick(last, at * 7 + 3)];
  const plain = `${given}.${family}`.normalize('NFD').replaceAll(/[^A-Za-z.]/g, '');
  const email = `${at % 3 === 1 ? plain.toUpperCase() : plain}.${at + 1}@${tool}.example`;
  return {
    given: at % 4 === 2 ? `${given} ` : given,
    family,
    email: at === 4 ? email.replace('@', ' at ') : at % 4 === 3 ? ` ${email}` : at % 3 === 1 ? email : email.toLowerCase(),
    phone: `+49 30 ${2_000_000 + at * 4_321}`,
  };
}

/** One of the companies of a tool. */
const company = (at: number): string => `${pick(words, at)} ${pick(trades, at)}`;
const website = (at: number): string => `https://www.${pick(words, at).toLowerCase()}-${at + 1}.example`;
/** The id of a record of Salesforce: three characters for what it is, and a check in the last three. */
const salesforceId = (prefix: string, at: number): string => `${prefix}5g00000${['K', 'm', 'Q', 'x'][at % 4] ?? ''}Tz${two(at)}AAJ`;

function salesforceContacts(organization: (at: number) => string): void {
  writeSample(
    'export-salesforce-contacts.csv',
    [
      ...['Id', 'IsDeleted', 'AccountId', 'Account.Name', 'LastName', 'FirstName', 'Salutation', 'MailingStreet'],
      ...['MailingCity', 'MailingPostalCode', 'MailingCountry', 'Phone', 'MobilePhone', 'Email', 'Title', 'OwnerId'],
      ...['CreatedDate', 'SystemModstamp'],
    ],
    rows((at) => {
      const { given, family, email, phone } = person(at, 'salesforce');
      return [
        ...[salesforceId('003', at), 'false', salesforceId('001', at + 40), organization(at), family, given],
        ...[at % 2 === 0 ? 'Ms.' : '', `${at + 1} Harbour Road${at % 3 === 0 ? '\nFloor 2' : ''}`, pick(towns, at)],
        ...[String(10_115 + at), 'Germany', at % 5 === 0 ? '' : phone, phone, email, pick(['Buyer', 'Head of Support'], at)],
        ...[salesforceId('005', 1), '2023-04-05T09:30:00.000Z', '2025-11-12T16:01:44.000Z'],
      ];
    }),
    { quotesAll: true },
  );
}

function salesforceAccounts(): void {
  writeSample(
    'export-salesforce-accounts.csv',
    [
      ...['Id', 'IsDeleted', 'Name', 'Type', 'ParentId', 'BillingStreet', 'BillingCity', 'BillingState'],
      ...['BillingPostalCode', 'BillingCountry', 'Phone', 'Website', 'Industry', 'NumberOfEmployees', 'OwnerId'],
      'SystemModstamp',
    ],
    rows((at) => [
      ...[salesforceId('001', at), 'false', at % 4 === 2 ? `${company(at)}  ` : company(at)],
      ...[pick(['Customer', 'Prospect', 'Partner'], at), '', `${at + 1} Mill Lane`, pick(towns, at), ''],
      ...[String(50_667 + at), 'Germany', `+49 221 ${300_000 + at}`, at === 4 ? 'tba' : website(at)],
      ...[pick(['Retail', 'Health', 'Finance'], at), String(20 + at * 15), salesforceId('005', 1)],
      '2025-11-12T16:01:44.000Z',
    ]),
    { quotesAll: true },
  );
}

function hubspotContacts(organization: (at: number) => string): void {
  writeSample(
    'export-hubspot-contacts.csv',
    [
      ...['Record ID', 'First Name', 'Last Name', 'Email', 'Phone Number', 'Job Title', 'Contact owner'],
      ...['Associated Company', 'Associated Company IDs', 'Lifecycle Stage', 'Type', 'Create Date', 'Last Activity Date'],
      ...['Since', 'Interests'],
    ],
    rows((at) => {
      const { given, family, email, phone } = person(at, 'hubspot');
      const companies = at % 4 === 1 ? `${organization(at)};${organization(at + 1)}` : organization(at);
      return [
        ...[`100500${two(at + 51)}`, given, family, email, at % 5 === 3 ? '' : phone, pick(['Buyer', 'Owner', ''], at)],
        ...['Gil Agent', companies, `91000${two(at)}`, 'customer', at % 2 === 0 ? 'Customer' : 'Customer;Partner'],
        ...[`2024-03-${two(at + 4)} 13:45`, `2025-10-${two(at + 1)} 08:01`, `2021-0${(at % 9) + 1}-15 00:00`],
        pick(['Webinars;Events', 'Newsletter', ''], at),
      ];
    }),
    { quotesAll: true },
  );
}

function hubspotCompanies(): void {
  writeSample(
    'export-hubspot-companies.csv',
    [
      ...['Record ID', 'Company name', 'Company Domain Name', 'Website URL', 'Company owner', 'Phone Number', 'Type'],
      ...['Industry', 'Number of Employees', 'Street Address', 'City', 'Postal Code', 'Country/Region', 'Create Date'],
      'Associated Contact IDs',
    ],
    rows((at) => [
      ...[`200700${two(at + 11)}`, at % 4 === 2 ? ` ${company(at + 1)}` : company(at + 1)],
      ...[website(at).slice('https://www.'.length), website(at), 'Gil Agent', `+46 40 ${600_000 + at * 11}`],
      ...[at === 4 ? 'Reseller' : pick(['Prospect', 'Partner', 'Other'], at), pick(['Retail', 'Education'], at)],
      ...[String(5 + at * 40), `${at + 3} Station Square`, pick(towns, at + 1), String(21_119 + at), 'Sweden'],
      ...[`2023-07-${two(at + 9)} 10:20`, `100500${two(at + 51)};100500${two(at + 52)}`],
    ]),
    { quotesAll: true },
  );
}

function zendeskUsers(organization: (at: number) => string): void {
  writeSample(
    'export-zendesk-users.csv',
    [
      ...['id', 'name', 'email', 'external_id', 'phone', 'role', 'organization', 'organization_id', 'tags', 'locale'],
      ...['notes', 'details', 'active', 'created_at', 'last_login_at'],
    ],
    rows((at) => {
      const { given, family, email, phone } = person(at, 'zendesk');
      const organizationNames = at % 4 === 1 ? `${organization(at)}|${organization(at + 1)}` : organization(at);
      return [
        ...[`36004${2_190_000 + at}`, `${given.trim()} ${family} `, email, at % 3 === 0 ? `crm-${700 + at}` : ''],
        ...[at % 2 === 0 ? phone : '', 'end-user', organizationNames, `36002${880_000 + at}`, 'vip renewal_2026'],
        ...[pick(['de', 'en-US', 'es'], at), at % 5 === 0 ? 'Prefers chat\nNot on Mondays' : '', '', 'true'],
        ...['2022-08-30T07:15:02Z', at % 2 === 0 ? '2025-11-01T18:22:10Z' : ''],
      ];
    }),
  );
}

function zendeskOrganizations(): void {
  writeSample(
    'export-zendesk-organizations.csv',
    ['id', 'name', 'external_id', 'notes', 'details', 'domain_names', 'group_id', 'shared_tickets', 'tags', 'created_at'],
    rows((at) => [
      ...[`36002${880_000 + at}`, at === 4 ? '' : at % 4 === 2 ? `${company(at + 2)} ` : company(at + 2), `crm-o-${at + 1}`],
      ...[at % 3 === 0 ? 'Renewal in spring' : '', `${at + 8} Dock Street, ${pick(towns, at)}`],
      ...[`${pick(words, at).toLowerCase()}-${at + 1}.example`, '36000099', 'false', 'key_account', '2021-02-03T04:05:06Z'],
    ]),
  );
}

function intercomContacts(organization: (at: number) => string): void {
  writeSample(
    'export-intercom-users.csv',
    [
      ...['Name', 'Email', 'Phone', 'User ID', 'Intercom ID', 'Company name', 'Type', 'Signed up', 'Last seen'],
      ...['Web sessions', 'Browser language', 'Country', 'Tags', 'Unsubscribed from emails'],
    ],
    rows((at) => {
      const { given, family, email, phone } = person(at, 'intercom');
      return [
        ...[`${given.trim()} ${family} `, email, at % 3 === 0 ? '' : phone, `u_${4_100 + at}`],
        ...[`5f1e${String(at).padStart(4, '0')}c0ffee00aa11bb22`, organization(at), 'user'],
        ...[`2024-${two((at % 12) + 1)}-09T11:32:05Z`, String(1_730_000_000 + at * 86_400), String(at * 3)],
        ...[pick(['en', 'de', 'fr'], at), 'Germany', at % 2 === 0 ? 'Beta,VIP' : '', 'false'],
      ];
    }),
  );
}

function atlassianCustomers(organization: (at: number) => string): void {
  writeSample(
    'export-atlassian-customers.csv',
    [
      ...['Email', 'Full name', 'Organization', 'Phone', 'External ID', 'Type', 'Title', 'Region', 'Preferred language'],
      'Interests',
    ],
    rows((at) => {
      const { given, family, email, phone } = person(at, 'atlassian');
      return [
        ...[email, `${given} ${family}`, organization(at), phone, `C-${900 + at}`],
        ...[at % 3 === 0 ? 'Customer, Partner' : 'Customer', pick(['Buyer', 'Director'], at), pick(['EU', 'US', 'UK'], at)],
        ...[pick(['German', 'English'], at), at % 2 === 0 ? 'Webinars | Events' : 'Newsletter'],
      ];
    }),
  );
}

function atlassianOrganizations(): void {
  writeSample(
    'export-atlassian-organizations.csv',
    ['Organization Name', 'External ID', 'Type', 'Industry', 'Website', 'Address', 'Customer Segment'],
    rows((at) => [
      ...[at % 4 === 2 ? ` ${company(at + 3)}` : company(at + 3), `O-${at + 1}`, at % 3 === 0 ? 'Customer | Partner' : 'Partner'],
      ...[at === 4 ? 'Fishing' : pick(['Retail', 'Public sector'], at), website(at), `${at + 2} Ring Road, ${pick(towns, at)}`],
      pick(['SMB', 'Mid-market', 'Startup'], at),
    ]),
  );
}
