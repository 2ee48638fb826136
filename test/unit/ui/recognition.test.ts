import type { FieldDefinition } from '../../../src/contract/fields';
import { kindOf } from '../../../src/domain/kinds';
import { mappingOf } from '../../../src/ui/admin/imports/wizard/mapping';
import { presetFor, reasonsOf, recognitionOf } from '../../../src/ui/admin/imports/wizard/recognition';
import {
  type WizardState,
  matchedBy,
  matchedFor,
  newImport,
  ofKind,
  setupOf,
} from '../../../src/ui/admin/imports/wizard/wizard-state';
import { aFile } from './import-builder';

const fields: FieldDefinition[] = [{ name: 'External ID', type: 'TEXT', options: [] }];
const users = aFile({
  headers: ['id', 'name', 'email', 'role', 'tags', 'notes'],
  sample: [['7', 'Ada Byron', 'ada@acme.com', 'end-user', 'vip', '']],
});
const organizations = aFile({ headers: ['id', 'name', 'domain_names', 'tags', 'details'], sample: [] });
const plain = aFile();

const anImport = (kind = 'customer-profiles'): WizardState => ({ ...newImport(), ...ofKind(kindOf(kind)) });
const withFile = (file = users, state = anImport()): WizardState => ({ ...state, ...matchedFor(state, file, fields) });
const targets = ({ columns }: WizardState) => columns.map(({ target }) => target.field ?? target.to);

describe('a file that another tool exported', () => {
  it('has its columns matched as such an export, and brings its separator', () => {
    const state = withFile();
    expect(state).toMatchObject({ preset: 'zendesk-users', options: { valueSeparator: '|', emptyCells: 'leave' } });
    expect(targets(state)).toEqual(['External ID', 'displayName', 'email', 'nothing', 'nothing', 'nothing']);
    expect(recognitionOf(users, state)?.use).toBe('used');
  });

  it('says in the table why columns are left out', () => {
    const state = withFile();
    const reasons = reasonsOf(recognitionOf(users, state), users.headers);
    const { rows } = mappingOf(users, setupOf(state, fields), fields, undefined, reasons);
    expect(rows.map(({ note }) => note)).toEqual(['', '', '', 'What the person may do in Zendesk.', '', '']);
  });

  it('can be matched by names instead, and as the export again', () => {
    const state = withFile();
    const byNames = { ...state, ...matchedBy(null, state, users, fields) };
    expect(byNames).toMatchObject({ preset: null, options: { valueSeparator: ';' } });
    expect(targets(byNames)).toEqual(['nothing', 'displayName', 'email', 'nothing', 'nothing', 'nothing']);
    expect(recognitionOf(users, byNames)?.use).toBe('declined');
    const again = { ...byNames, ...matchedBy(presetFor(users, byNames.kind), byNames, users, fields) };
    expect([again.columns, again.options, again.preset]).toEqual([state.columns, state.options, state.preset]);
  });

  it('stays as it was chosen when a file of the same layout comes', () => {
    const state = withFile();
    const byNames = { ...state, ...matchedBy(null, state, users, fields) };
    expect(matchedFor(byNames, users, fields)).toMatchObject({ preset: null, columns: byNames.columns });
  });

  it('leaves its separator behind when a file of another sort is chosen', () => {
    expect(withFile(plain, withFile())).toMatchObject({ preset: null, options: { valueSeparator: ';' } });
    const own = { ...anImport(), options: { emptyCells: 'leave', valueSeparator: ',' } } as const;
    expect(withFile(plain, own).options.valueSeparator).toBe(',');
  });

  it('goes where an earlier import or a saved mapping sent it, with the options of that', () => {
    const columns = [{ header: 'ID', target: { to: 'customerId' } }];
    const options = { emptyCells: 'clear', valueSeparator: ',' } as const;
    const mapping = { name: 'Ours', kind: 'customer-profiles', columns, options };
    const state = withFile(users, { ...anImport(), mapping, options });
    expect(targets(state)).toEqual(['customerId', 'displayName', 'email', 'nothing', 'nothing', 'nothing']);
    expect(state.options).toEqual(options);
  });

  it('of something else than what is imported is matched by names, and that is said', () => {
    const state = withFile(organizations);
    expect(state.preset).toBeNull();
    expect(recognitionOf(organizations, state)).toMatchObject({
      use: 'other kind',
      preset: { about: 'organizations' },
    });
    expect(recognitionOf(organizations, anImport('organization-profiles'))?.use).toBe('declined');
  });

  it('is nothing to speak of in a list of what to delete, nor is a file that no tool is known for', () => {
    expect(recognitionOf(users, anImport('customer-removals'))).toBeNull();
    expect(recognitionOf(plain, anImport())).toBeNull();
  });
});
