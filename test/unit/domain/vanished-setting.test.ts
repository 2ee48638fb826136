import * as v from 'valibot';
import { vanishedSchema } from '../../../src/contract/syncs';

const read = (stored: unknown) => v.parse(vanishedSchema, stored);

describe('what a sync does with vanished records, as it is stored', () => {
  it('is read where an earlier version has kept one field', () => {
    const then = { then: 'set', values: [{ field: 'State', value: 'left' }] };
    expect(read({ then: 'set', field: 'State', value: 'left' })).toEqual(then);
    expect(read(then)).toEqual(then);
  });

  it('names at least one field', () => {
    expect(() => read({ then: 'set' })).toThrow('names no field');
    expect(() => read({ then: 'set', values: [] })).toThrow();
  });
});
