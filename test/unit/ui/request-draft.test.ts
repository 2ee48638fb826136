import { MAX_METADATA_ENTRIES } from '../../../src/contract/requests';
import {
  type EntryDraft,
  type RequestDraft,
  errorsOf,
  fieldsOf,
  newDraft,
  requestOf,
  withEntry,
} from '../../../src/ui/admin/requests/request-draft';

const id = 'c0ffee00-0000-4000-a000-00000000c5a1';
const draft = (part: Partial<RequestDraft> = {}): RequestDraft => ({
  ...newDraft,
  helpCenterId: id,
  summary: 'The door does not open',
  ...part,
});
const entry = (part: Partial<EntryDraft> = {}): EntryDraft => ({
  id: 1,
  key: 'order',
  type: 'text',
  value: '',
  ...part,
});

describe('a request as it is written', () => {
  it('lacks nothing with help center, summary and origin', () => {
    expect(errorsOf(draft())).toEqual({});
    expect(Object.keys(errorsOf({ ...newDraft, origin: ' ' }))).toEqual(['helpCenterId', 'origin', 'summary']);
  });

  it('takes the id of the help center from a pasted address, and refuses an address without one', () => {
    const pasted = draft({ helpCenterId: ` https://site.example/helpcenter/${id}/request/CARE-1 ` });
    expect(requestOf(pasted).helpCenterId).toBe(id);
    expect(requestOf(draft({ helpCenterId: ' support ' })).helpCenterId).toBe('support');
    expect(errorsOf(draft({ helpCenterId: 'https://site.example/help' }))).toHaveProperty('helpCenterId');
  });

  it.each(['nobody', 'a@b', 'a b@example.com'])('refuses the address %s', (reporterEmail) => {
    expect(errorsOf(draft({ reporterEmail }))).toHaveProperty('reporterEmail');
  });

  it('shows errors in the order of the page', () => {
    expect(fieldsOf(draft({ metadata: [entry({ id: 7 })] }))).toEqual([
      'helpCenterId',
      'summary',
      'description',
      'reporterEmail',
      'origin',
      'key-7',
      'value-7',
    ]);
  });
});

describe('metadata', () => {
  it.each([
    ['text', '', ''],
    ['text', '007', '007'],
    ['number', ' -2.5e3 ', -2500],
    ['yes or no', 'yes', true],
    ['yes or no', '', false],
  ] as const)('of the type %s sends %j as %j', (type, value, sent) => {
    const written = draft({ metadata: [entry({ type, value })] });
    expect(errorsOf(written)).toEqual({});
    expect(requestOf(written).metadata).toEqual([{ key: 'order', value: sent }]);
  });

  it.each(['', '1,5', '0x1F', 'Infinity', '1e999', '12345678901234567890', '01'])('is not the number %j', (value) => {
    expect(errorsOf(draft({ metadata: [entry({ type: 'number', value })] }))).toHaveProperty('value-1');
  });

  it('has each key once, and no empty one', () => {
    const metadata = [entry(), entry({ id: 2, key: ' order ' }), entry({ id: 3, key: ' ' })];
    expect(Object.keys(errorsOf(draft({ metadata })))).toEqual(['key-2', 'key-3']);
  });

  it('ends at its last entry', () => {
    let entries: readonly EntryDraft[] = [];
    for (let added = 0; added <= MAX_METADATA_ENTRIES; added += 1) entries = withEntry(entries);
    expect(entries).toHaveLength(MAX_METADATA_ENTRIES);
    expect(new Set(entries.map((one) => one.id)).size).toBe(MAX_METADATA_ENTRIES);
  });
});

it('leaves out what was left empty', () => {
  expect(requestOf(draft({ description: ' ', reporterEmail: ' ' }))).toEqual({
    helpCenterId: id,
    origin: 'CSM Console',
    summary: 'The door does not open',
    metadata: [],
  });
});
