import { readFileSync, readdirSync } from 'node:fs';
import Papa from 'papaparse';
import type { FieldDefinition } from '../../../src/contract/fields';
import { exportLayout } from '../../../src/domain/directory/export';
import { fieldColumn } from '../../../src/domain/directory/values';
import { presets } from '../../../src/domain/import/presets/all';
import { matchByPreset } from '../../../src/domain/import/presets/match';
import { fixedPlaces } from '../../../src/domain/import/presets/preset';
import { reasonsToLeaveOut, recognizeExport } from '../../../src/domain/import/presets/recognize';
import { allKinds, kindOf } from '../../../src/domain/kinds';
import { placeKey } from '../../../src/domain/kinds/place';

const field = (name: string, type: FieldDefinition['type'] = 'TEXT', options: string[] = []) => ({
  name,
  type,
  options,
});
const headersOf = (path: string): string[] =>
  Papa.parse<string[]>(readFileSync(path, 'utf8'), { preview: 1 }).data[0] ?? [];
const recognized = (headers: readonly string[]) => recognizeExport(headers)?.id ?? null;

const hubspot = ['Record ID', 'First Name', 'Last Name', 'Email', 'Phone Number', 'Associated Company', 'Create Date'];

/** Where the columns of a file without rows, or with these values, go on a site with these fields. */
function goes(headers: readonly string[], fields: FieldDefinition[], values: Record<string, string[]> = {}) {
  const preset = recognizeExport(headers);
  if (preset === null) throw new Error('The export is not recognized.');
  const kind = kindOf(preset.about === 'customers' ? 'customer-profiles' : 'organization-profiles');
  const columns = matchByPreset(
    preset,
    headers,
    headers.map((header) => values[header] ?? []),
    kind.places(fields),
  );
  return Object.fromEntries(columns.map(({ header, ...column }) => [header, column]));
}

describe('an export is recognized', () => {
  it('by its headers in any order, case and spelling', () => {
    expect(recognized(hubspot)).toBe('hubspot-contacts');
    expect(recognized(hubspot.toReversed().map((header) => header.toUpperCase()))).toBe('hubspot-contacts');
    expect(recognized(hubspot.map((header) => header.replaceAll(' ', '_').toLowerCase()))).toBe('hubspot-contacts');
  });

  it('with columns missing and others added', () => {
    const some = ['Email', 'Last Name', 'Record ID', 'Lifecycle Stage', 'Contact owner', 'Shoe size', ''];
    expect(recognized(some)).toBe('hubspot-contacts');
  });

  it.each([
    [
      'a report of Salesforce',
      ['Contact ID', 'First Name', 'Last Name', 'Email', 'Account Name', 'Mailing City'],
      'salesforce-contacts',
    ],
    [
      'accounts of a report',
      ['Account ID', 'Account Name', 'Billing City', 'Account Owner', 'Type'],
      'salesforce-accounts',
    ],
    ['the API of Zendesk', ['id', 'url', 'name', 'email', 'role', 'organization_id', 'time_zone'], 'zendesk-users'],
    [
      'the API of Intercom',
      ['id', 'external_id', 'email', 'name', 'role', 'signed_up_at', 'last_seen_at'],
      'intercom-contacts',
    ],
  ])('from %s', (_, headers, id) => {
    expect(recognized(headers)).toBe(id);
  });

  it('not where the console has written it, whatever fields the site has', () => {
    const shown = ['organizations', ...['External ID', 'Type', 'Title', 'Preferred language'].map(fieldColumn)];
    expect(recognized(exportLayout('customer', shown).headers)).toBeNull();
  });

  it.each([
    [['Email', 'Full name', 'Company']],
    [['Email', 'Name', 'Role', 'Notes']],
    [['ID', 'Name', 'Email', 'Phone']],
    [['Organization', 'Industry', 'Website']],
    [['Record Id', 'Contact Owner', 'First Name', 'Last Name', 'Account Name', 'Email', 'Created Time']],
    [['Vorname', 'Nachname', 'E-Mail', 'Firma']],
  ])('not in %j', (headers) => {
    expect(recognized(headers)).toBeNull();
  });

  it('not in the samples and templates of the console', () => {
    const own = readdirSync('samples').filter((name) => !name.startsWith('export-'));
    expect(own.map((name) => recognized(headersOf(`samples/${name}`)))).toEqual(own.map(() => null));
    const fields = [field('Region'), field('Notes')];
    const templates = allKinds().map((kind) => kind.places(fields).flatMap(({ template }) => template?.header ?? []));
    expect(templates.map(recognized)).toEqual(templates.map(() => null));
  });
});

describe('columns of an export', () => {
  it('never go to ids of your site', () => {
    const destinations = presets.flatMap(({ columns }) => columns.flatMap(({ to }) => to));
    const places = destinations.flatMap((to) => ('place' in to ? [to.place] : []));
    expect(places.filter((place) => !fixedPlaces.includes(place))).toEqual([]);
    for (const kind of allKinds()) {
      const ids = kind.places([]).filter(({ target: { to, by } }) => by === 'id' || /Id$/.test(to));
      expect(
        ids.map(({ target }) => placeKey(target)).filter((key) => (fixedPlaces as readonly string[]).includes(key)),
      ).toEqual([]);
    }
  });

  it('go to fields by their usual names in any language, or nowhere', () => {
    expect(goes(hubspot, [field('Externe ID'), field('Telefon', 'PHONE')])).toMatchObject({
      'Record ID': { target: { to: 'detail', field: 'Externe ID' } },
      'Phone Number': { target: { to: 'detail', field: 'Telefon' } },
    });
    expect(goes(hubspot, [])).toMatchObject({
      'Record ID': { target: { to: 'nothing' } },
      'Phone Number': { target: { to: 'nothing' } },
    });
  });

  it('go to a field of their own name before one of another name, also where they are usually left out', () => {
    const fields = [field('External ID'), field('Record ID'), field('Create date', 'DATE')];
    expect(goes(hubspot, fields)).toMatchObject({
      'Record ID': { target: { to: 'detail', field: 'Record ID' } },
      'Create Date': { target: { to: 'detail', field: 'Create date', dateOrder: 'iso' } },
    });
  });

  it('that are left out have a reason, and none of another name takes them', () => {
    const headers = [...hubspot, 'Primary Associated Company ID'];
    expect(goes(headers, [field('Since', 'DATE'), field('Company')])['Create Date']?.target).toEqual({ to: 'nothing' });
    const preset = recognizeExport(headers);
    const reasons = preset && reasonsToLeaveOut(preset, headers);
    expect([...(reasons?.keys() ?? [])]).toEqual(['Create Date', 'Primary Associated Company ID']);
  });

  it('that the preset does not know are matched by their names', () => {
    const columns = goes(
      [...hubspot, 'Shoe size', 'Kunde seit'],
      [field('Shoe size', 'NUMBER'), field('Since', 'DATE')],
    );
    expect(columns).toMatchObject({
      'Shoe size': { target: { to: 'detail', field: 'Shoe size' } },
      'Kunde seit': { target: { to: 'detail', field: 'Since' } },
    });
  });

  it('carry a doubt where most values don’t fit', () => {
    const columns = goes(hubspot, [field('Phone', 'PHONE')], { 'Phone Number': ['none', 'ask Ada'] });
    expect(columns['Phone Number']?.doubt).toContain('most values don’t fit');
  });

  it('make one name of two, and a name alone stays whole', () => {
    expect(goes(hubspot, [])['Last Name']?.target).toEqual({ to: 'displayName', join: { at: 2, separator: ' ' } });
    expect(
      goes(
        hubspot.filter((header) => header !== 'First Name'),
        [],
      )['Last Name']?.target,
    ).toEqual({ to: 'displayName' });
    const whole = ['Id', 'Name', 'LastName', 'FirstName', 'Email', 'AccountId', 'OwnerId'];
    expect(goes(whole, [])).toMatchObject({
      Name: { target: { to: 'displayName' } },
      LastName: { target: { to: 'nothing' } },
    });
  });

  it('that are parts of an address go to fields of their own where there are such', () => {
    const headers = ['Id', 'Name', 'BillingStreet', 'BillingCity', 'BillingCountry', 'OwnerId'];
    const columns = goes(headers, [field('Address'), field('City')]);
    expect(columns).toMatchObject({
      BillingStreet: { target: { field: 'Address', join: { at: 1 } } },
      BillingCity: { target: { field: 'City' } },
      BillingCountry: { target: { field: 'Address', join: { at: 5 } } },
    });
    expect(columns['BillingCity']?.target.join).toBeUndefined();
  });
});
