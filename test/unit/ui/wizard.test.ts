import type { CheckSummary } from '../../../src/contract/file-frame';
import type { Speeds } from '../../../src/contract/jobs';
import { customerProfiles } from '../../../src/domain/kinds/customer-profiles';
import { placeKey } from '../../../src/domain/kinds/place';
import {
  mappingOf,
  matchNewFields,
  remap,
  takesSeveralValues,
  withDateOrder,
} from '../../../src/ui/admin/imports/wizard/mapping';
import { fieldsThatCanStay, withIfEmpty } from '../../../src/ui/admin/imports/wizard/if-empty';
import { dateOrderOptions } from '../../../src/ui/admin/imports/wizard/date-orders';
import { customerDetails } from '../../../src/domain/kinds/detail-values/customers';
import type { Route } from '../../../src/domain/kinds/kind';
import { customerRemovals } from '../../../src/domain/kinds/removals/customers';
import { routeFor, routeLabel, sendingOf } from '../../../src/ui/admin/imports/wizard/sending';
import { optionOf, selectedValue, targetGroups, targetOf } from '../../../src/ui/admin/imports/wizard/targets';
import {
  type EarlierImport,
  columnsFor,
  correctedImport,
  setupOf,
  stagesOf,
  withProposals,
} from '../../../src/ui/admin/imports/wizard/wizard-state';
import { confirms, needsConfirmation } from '../../../src/ui/admin/imports/confirmation';
import { defaultSettings } from '../../../src/domain/settings/defaults';
import {
  checkHeadline,
  defaultJobName,
  nameWanted,
  planLines,
  startWords,
} from '../../../src/ui/admin/imports/wizard/words';
import { aFile, aMappedImport, someFields, somePlaces } from './import-builder';

const stateOf = (columns = aMappedImport().columns) => {
  const file = aFile();
  return mappingOf(file, setupOf({ ...aMappedImport(), columns }, someFields), someFields);
};

describe('the mapping table', () => {
  it('tells for every column where it goes, and never drops one', () => {
    expect(stateOf().rows.map(({ header, state }) => [header, state])).toEqual([
      ['E-mail Address', 'matched'],
      ['Full name', 'matched'],
      ['Region', 'matched'],
      ['Since', 'needs a choice'],
      ['Shoe size', 'not imported'],
    ]);
  });

  it('lets fields keep what is there, where something can be there', () => {
    const setup = setupOf(aMappedImport(), someFields);
    expect(fieldsThatCanStay({ ...setup, operation: 'CREATE' })).toEqual([]);
    expect(fieldsThatCanStay({ ...setup, kind: 'customer-accounts' })).toEqual([]);
    const columns = withIfEmpty(setup.columns, ['Since']);
    expect(fieldsThatCanStay({ ...setup, columns })).toEqual([
      { name: 'Region', isKept: false },
      { name: 'Since', isKept: true },
    ]);
    expect(withIfEmpty(columns, [])).toEqual(setup.columns);
  });

  it('says what the last check found in a column, until the column goes elsewhere', () => {
    const { columns } = aMappedImport();
    const groups = [{ column: 'Region', message: 'Not an option of the field.', rows: 14, firstRow: 3 }];
    const foundIn = (mapped: typeof columns) =>
      mappingOf(aFile(), setupOf({ ...aMappedImport(), columns: mapped }, someFields), someFields, {
        columns,
        groups,
      }).rows[2]?.found;
    expect(foundIn(columns)).toEqual(['14 rows: Not an option of the field.']);
    expect(foundIn(remap(columns, 2, { to: 'nothing' }, aFile(), somePlaces))).toEqual([]);
  });

  it('proposes a field of the right type for a column that nothing matches, unless it is the console’s own', () => {
    const file = aFile({
      headers: ['E-mail', 'Shoe size', 'CSM Console reason', 'X'],
      sample: [['a@b.example', '42', 'Internal error', 'too short a name']],
    });
    const state = aMappedImport(file);
    const { rows } = mappingOf(file, setupOf(state, someFields), someFields);
    expect(rows.map(({ proposal }) => proposal)).toEqual([null, { name: 'Shoe size', type: 'NUMBER' }, null, null]);
  });

  it('proposes no field that the site has already, though the column was sent nowhere', () => {
    const columns = remap(aMappedImport().columns, 2, { to: 'nothing' }, aFile(), somePlaces);
    expect(stateOf(columns).rows[2]?.proposal).toBeNull();
  });

  it('takes up a field that was created meanwhile, and leaves what was chosen', () => {
    const columns = remap(aMappedImport().columns, 2, { to: 'nothing' }, aFile(), somePlaces);
    const now = customerProfiles.places([...someFields, { name: 'Shoe size', type: 'NUMBER', options: [] }]);
    const targets = matchNewFields(columns, aFile(), somePlaces, now).map(({ target }) => target);
    expect(targets[2]).toEqual({ to: 'nothing' });
    expect(targets[4]).toEqual({ to: 'detail', field: 'Shoe size' });
  });

  it('shows the first filled cell of each column', () => {
    expect(stateOf().rows.map(({ sample }) => sample)).toEqual(['ada@acme.com', 'Ada Byron', 'EU', '03/04/2025', '42']);
  });

  it('asks how dates are written until it is told', () => {
    const columns = withDateOrder(aMappedImport().columns, 3, 'dmy');
    expect(stateOf(columns).rows[3]).toMatchObject({ state: 'matched', note: '' });
  });

  it('asks nothing of a column that has no dates, and reads those further down by year, month and day', () => {
    const file = aFile({ sample: [['a@b.example', 'Ada', 'EU', '', '']] });
    expect(aMappedImport(file).columns[3]?.target).toMatchObject({ dateOrder: 'iso' });
  });

  it('takes the only order that the dates allow', () => {
    const file = aFile({ sample: [['a@b.example', 'Ada', 'EU', '25/12/2025', '']] });
    const columns = remap(aMappedImport().columns, 3, { to: 'detail', field: 'Since' }, file, somePlaces);
    expect(columns[3]?.target).toEqual({ to: 'detail', field: 'Since', dateOrder: 'dmy' });
  });

  it('says so when no column identifies the customers', () => {
    const columns = remap(aMappedImport().columns, 0, { to: 'nothing' }, aFile(), somePlaces);
    expect(stateOf(columns).problems).toHaveLength(1);
  });

  it('wants a choice when two columns go to the same place', () => {
    const columns = remap(aMappedImport().columns, 4, { to: 'email' }, aFile(), somePlaces);
    expect(stateOf(columns).rows[4]?.state).toBe('needs a choice');
  });
});

describe('the places a column can go to', () => {
  const groups = targetGroups(somePlaces);

  it('are each named by their value alone', () => {
    const values = groups.flatMap(({ options }) => options.map(({ value }) => value));
    expect(new Set(values).size).toBe(values.length);
    for (const value of values) expect(placeKey(targetOf(value, somePlaces))).toBe(value);
  });

  it('name a field that the site does not have any more', () => {
    expect(optionOf({ to: 'detail', field: 'Gone' }, groups).label).toBe('Gone');
  });

  it('come back from a Select, whatever else it hands over', () => {
    expect(selectedValue({ label: 'E-mail', value: 'email' })).toBe('email');
    expect(selectedValue(null)).toBeNull();
  });
});

describe('a new file', () => {
  it('keeps the choices made for one with the same headers', () => {
    const chosen = withDateOrder(aMappedImport().columns, 3, 'mdy');
    expect(columnsFor(aFile({ name: 'corrected.csv' }), chosen, somePlaces)).toEqual(chosen);
  });

  it('has its dates read as it writes them, not as a file before it did', () => {
    const headers = ['E-mail', 'Since'];
    const american = aFile({ headers, sample: [['a@b.example', '12/25/2026']] });
    const european = aFile({
      headers,
      sample: [
        ['a@b.example', '25/12/2026'],
        ['c@b.example', '03/04/2026'],
      ],
    });
    const before = columnsFor(american, [], somePlaces);
    expect(before[1]?.target).toEqual({ to: 'detail', field: 'Since', dateOrder: 'mdy' });
    expect(columnsFor(european, before, somePlaces)[1]?.target).toEqual({
      to: 'detail',
      field: 'Since',
      dateOrder: 'dmy',
    });
  });

  it('is matched anew when its headers differ', () => {
    const file = aFile({ headers: ['Mail'], sample: [['a@b.example']] });
    expect(columnsFor(file, aMappedImport().columns, somePlaces)).toEqual([
      { header: 'Mail', target: { to: 'email' } },
    ]);
  });
});

it('hands the frame the definitions of the mapped fields only', () => {
  expect(setupOf(aMappedImport(), someFields).fields.map(({ name }) => name)).toEqual(['Region', 'Since']);
});

it('asks for a separator only where a cell can hold several values', () => {
  const { columns } = aMappedImport();
  expect(takesSeveralValues(setupOf(aMappedImport(), someFields))).toBe(false);
  const several = remap(columns, 4, { to: 'detail', field: 'Interests' }, aFile(), somePlaces);
  expect(takesSeveralValues(setupOf({ ...aMappedImport(), columns: several }, someFields))).toBe(true);
});

describe('the order of dates', () => {
  it('is shown on a date of the file, as what it would mean', () => {
    expect(dateOrderOptions(aFile(), 3).map(({ label }) => label)).toEqual([
      'day/month/year: 03/04/2025 is April 3, 2025',
      'month/day/year: 03/04/2025 is March 4, 2025',
    ]);
  });

  it('is offered only where some date of the file can be read in it', () => {
    const orders = (...dates: string[]) =>
      dateOrderOptions(aFile({ sample: dates.map((date) => ['', '', '', date, '']) }), 3).map(({ order }) => order);
    expect(orders('25/12/2025')).toEqual(['dmy']);
    expect(orders('25/12/2025', '12/25/2025')).toEqual(['dmy', 'mdy']);
    expect(orders('soon')).toEqual(['iso', 'dmy', 'mdy']);
  });
});

it('lets one go back to the steps that were passed, and to no other', () => {
  const went: string[] = [];
  const stages = stagesOf('Columns', (step) => went.push(step));
  for (const { onClick } of stages) onClick?.();
  expect(went).toEqual(['What', 'File']);
  expect(stages.map(({ status }) => status)).toEqual(['visited', 'visited', 'current', 'unvisited', 'unvisited']);
});

describe('the words of the wizard', () => {
  const summary: CheckSummary = {
    rows: 2_000,
    ready: 1_988,
    leftOut: 12,
    problems: [],
    problemCount: 14,
    groups: [],
  };

  it('tell the file', () => {
    expect(defaultJobName(aFile(), customerProfiles)).toBe('customers');
  });

  it('tell the plan in numbers', () => {
    const plan = planLines(
      customerProfiles,
      customerProfiles.operations[1] ?? customerProfiles.operations[0],
      summary,
      sendingOf(
        customerProfiles,
        customerProfiles.operations[0],
        { columns: [], fields: [], rows: summary.ready },
        'bulk',
      ),
    ).join(' ');
    expect(plan).toContain('Up to 1,988 customers are created. Rows fail if your site already has the customer.');
    expect(plan).toContain('12 rows with problems are left out');
    expect(plan).toContain('20 requests of up to 100 customers');
  });

  it('tell what a removal does, and ask for the number of its rows', () => {
    const deleting = customerRemovals.operations[0];
    const columns = [{ header: 'Email', target: { to: 'email' } }];
    const sending = sendingOf(customerRemovals, deleting, { columns, fields: [], rows: 3 }, 'direct');
    expect(planLines(customerRemovals, deleting, { ready: 3, leftOut: 0 }, sending)).toEqual([
      expect.stringMatching(/^Up to 3 customers are deleted\./),
      'No rows are left out.',
      'Each row is looked up on your site first: up to 3 searches.',
      'Up to 3 single calls, five at a time.',
    ]);
    expect(startWords(customerRemovals, deleting, 1)).toBe('Delete 1 customer');
    expect(needsConfirmation(customerRemovals, deleting, 1)).toBe(true);
    expect(needsConfirmation(customerProfiles, customerProfiles.operations[0], 1)).toBe(false);
  });

  it('recommend bulk requests from 100 rows on, and tell what each route costs', () => {
    const { columns } = aMappedImport();
    expect([99, 100].map((rows) => routeFor(customerDetails, rows, null))).toEqual(['direct', 'bulk']);
    expect(routeFor(customerDetails, 5, 'bulk')).toBe('bulk');
    const costs = (route: Route) =>
      sendingOf(customerDetails, customerDetails.operations[0], { columns, fields: someFields, rows: 250 }, route)
        .requests;
    expect({ bulk: costs('bulk'), direct: costs('direct') }).toEqual({ bulk: 3, direct: 500 });
  });

  it('tell what each route takes in time at the speed of this site, and that it isn’t known before', () => {
    const { columns } = aMappedImport();
    const label = (route: Route, speeds: Speeds | null) => {
      const rows = { columns, fields: someFields, rows: 250 };
      return routeLabel(sendingOf(customerDetails, customerDetails.operations[0], rows, route), 250, speeds);
    };
    const speeds = { batchMs: 480_000, callMs: 120 };
    expect(label('bulk', speeds)).toMatch(/About 24 min at the speed of your last bulk import\. Recommended\.$/);
    // Up to 500 calls and 250 searches.
    expect(label('direct', speeds)).toMatch(/About 2 min at the speed of your last import by single calls\.$/);
    expect(label('bulk', { batchMs: null, callMs: 120 })).toMatch(/hasn’t finished a bulk import\. Recommended\.$/);
    expect(label('direct', null)).toMatch(/Each is done at once\.$/);
  });

  it('tell how many rows can be imported', () => {
    expect(checkHeadline(summary)).toBe('1,988 of 2,000 rows can be imported');
    expect(checkHeadline({ ...summary, ready: 2_000 })).toBe('All 2,000 rows can be imported');
    expect(checkHeadline({ ...summary, ready: 0 })).toBe('None of 2,000 rows can be imported');
    expect(checkHeadline({ ...summary, rows: 1, ready: 1 })).toBe('1 of 1 row can be imported');
  });

  it('take the number of rows for a confirmation, however its thousands are set apart', () => {
    expect(['1988', '1,988', ' 1 988 '].map((typed) => confirms(typed, 1_988))).toEqual([true, true, true]);
    expect(['', '198', '19880'].map((typed) => confirms(typed, 1_988))).toEqual([false, false, false]);
  });
});

describe('an import of corrected rows', () => {
  const earlier: EarlierImport = {
    jobId: 'job-1',
    name: 'Q4',
    kind: 'customer-profiles',
    operation: 'UPDATE',
    columns: [
      { header: 'Region', target: { to: 'nothing' } },
      { header: 'full NAME', target: { to: 'detail', field: 'Region' } },
    ],
    options: { emptyCells: 'clear', valueSeparator: '|' },
  };

  it('is set up as the first, whatever the settings propose', () => {
    const state = withProposals(correctedImport(earlier), { ...defaultSettings, emptyCells: 'leave' });
    expect(state).toMatchObject({ step: 'File', operation: 'UPDATE', options: earlier.options });
  });

  it('sends columns where those of their names went, and matches the others', () => {
    const columns = columnsFor(aFile(), [], somePlaces, earlier.columns);
    expect(columns.slice(0, 3).map(({ target }) => target)).toEqual([
      { to: 'email' },
      { to: 'detail', field: 'Region' },
      { to: 'nothing' },
    ]);
  });

  it('is named after the first, as is a list that the console has written', () => {
    const list = aFile({ name: 'Q4 - unsuccessful rows (1).csv', fromConsole: true });
    expect(nameWanted(list, customerProfiles, null)).toEqual({ name: 'Q4', variant: 'corrected' });
    expect(nameWanted(aFile(), customerProfiles, earlier)).toEqual({ name: 'Q4', variant: 'corrected' });
    expect(nameWanted(aFile(), customerProfiles, null)).toEqual({ name: 'customers', variant: 'new' });
  });
});
