import { fillDemo } from '../sandbox/csm/demo/fill';
import { createState } from '../sandbox/csm/state';
import { writeSample } from './samples/csv';
import { writeExportSamples } from './samples/exports';
import { writeKindSamples } from './samples/kinds';
import { writeSampleWorkbook } from './samples/workbook';

/**
 * Writes samples/: customers-2000.csv, customers as a CRM exports them, a few of them wrong in every way that people
 * meet; the first of them as a workbook; a small file for each other kind; and one for each export that is recognized. All
 * are for the sandbox's demo site, and the same on every run.
 */
const ROWS = 2_000;
const WORKBOOK_ROWS = 60;
const headers = [
  'E-mail',
  'Full name',
  'Company',
  'Region',
  'Tier',
  'Since',
  'Phone',
  'Seats',
  'VIP',
  'Website',
  'Interests',
  'Notes',
] as const;
type Column = (typeof headers)[number];
type Row = Record<Column, string>;

const given = [
  'Ada',
  'Björn',
  'Chloé',
  'Diego',
  'Emeka',
  'Freya',
  'Hiroshi',
  'Inés',
  'Jana',
  'Kenji',
  'Layla',
  'Mateo',
  'Naledi',
];
const family = [
  'Adeyemi',
  'Becker',
  'Castro',
  'Dubois',
  'Eriksen',
  'Fernández',
  'Gupta',
  'Horvat',
  'Ivanova',
  'Kowalski',
  'Müller',
];
const companies = [
  'Alder Logistics Pty Ltd',
  'Amber Logistics S.A.',
  'Atlas Logistics AB',
  'Beacon Logistics Inc',
  'Birch Logistics K.K.',
  'Cobalt Logistics AB',
  'Delta Logistics B.V.',
  'Dune Logistics AB',
];
const regions = ['EU', 'US', 'UK', 'AU', 'JP', 'IN', 'BR', 'ZA'];
const tiers = ['Basic', 'Standard', 'Gold', 'Platinum'];
const interests = ['Webinars', 'Beta program', 'Newsletter', 'Events', 'Security notices'];
const notes = [
  '',
  'Prefers e-mail',
  'Met at the fair, hall 4',
  'Says "call me first"',
  'Renewal in spring\nAsk for Jana',
  '=SUM(A1:A9)',
  '-10 % agreed',
  '',
];

const pick = (list: readonly string[], at: number): string => list[at % list.length] ?? '';
const plain = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/[^A-Za-z]/g, '')
    .toLowerCase();
const two = (value: number): string => String(value).padStart(2, '0');

function goodRow(index: number): Row {
  const [first, last] = [pick(given, index), pick(family, Math.floor(index / 3))];
  return {
    'E-mail': `${plain(first)}.${plain(last)}.${index + 1}@import.example`,
    'Full name': `${first} ${last}`,
    Company: pick(companies, index * 7),
    Region: pick(regions, index * 5),
    Tier: pick(tiers, index * 3),
    Since: `${2010 + (index % 15)}-${two(1 + (index % 12))}-${two(1 + (index % 28))}`,
    Phone: `+49 30 ${1_000_000 + index * 37}`,
    Seats: String(1 + (index % 250)),
    VIP: index % 9 === 0 ? 'yes' : 'no',
    Website: `https://www.${plain(last)}.example/`,
    Interests: `${pick(interests, index)};${pick(interests, index + 2)}`,
    Notes: pick(notes, index),
  };
}

/** One change for each way in which a row is wrong; each comes round several times. */
const faults: readonly ((row: Row) => Partial<Row>)[] = [
  () => ({ Region: 'Europe' }),
  (row) => ({ 'E-mail': row['E-mail'].replace('@', ' at ') }),
  (row) => ({ Phone: `${row.Phone} ext. 5` }),
  () => ({ Notes: 'x'.repeat(300) }),
  () => ({ Since: '2024-02-30' }),
  () => ({ Company: 'Nowhere Holdings' }),
  () => ({ 'E-mail': goodRow(0)['E-mail'].toUpperCase() }),
  () => ({ Seats: '1,250' }),
  () => ({ VIP: 'maybe' }),
  () => ({ Website: 'see our shop' }),
  () => ({ Interests: 'Webinars;Knitting' }),
  () => ({ 'E-mail': '' }),
];
const FAULT_EVERY = 41;

function rowAt(index: number): Row {
  const row = goodRow(index);
  if (index % FAULT_EVERY !== FAULT_EVERY - 1) return row;
  return { ...row, ...faults[Math.floor(index / FAULT_EVERY) % faults.length]?.(row) };
}

const rows = Array.from({ length: ROWS }, (_, index) => headers.map((header) => rowAt(index)[header]));
writeSample('customers-2000.csv', headers, rows);
writeSampleWorkbook('customers.xlsx', headers, rows.slice(0, WORKBOOK_ROWS));

const state = createState();
fillDemo(state);
writeKindSamples(state);
writeExportSamples([...state.organizations.values()].map(({ name }) => name));
