import { customerProfiles } from '../../../src/domain/kinds/customer-profiles';
import { placeOf } from '../../../src/domain/kinds/place';
import { proposedFor, withProposed } from '../../../src/ui/admin/imports/wizard/column-notation';

const nameColumn = { header: 'Name', target: { to: 'displayName' } };
const place = placeOf(nameColumn.target, customerProfiles.places([]));

describe('names that are written last name first', () => {
  it('can be turned round, and are left once that is switched off', () => {
    const proposed = proposedFor(nameColumn, place, ['Cy Young', 'Byron, Ada']);
    expect(proposed).toEqual({ part: 'nameOrder', example: 'Byron, Ada', isOn: false });
    if (proposed === null) return;
    const on = withProposed([nameColumn], 0, { ...proposed, isOn: true });
    expect(on[0]?.target).toEqual({ to: 'displayName', nameOrder: 'last-first' });
    expect(on.map((column) => proposedFor(column, place, ['Byron, Ada'])?.isOn)).toEqual([true]);
    expect(withProposed(on, 0, { ...proposed, isOn: false })).toEqual([nameColumn]);
  });

  it('are not spoken of where no value is written so', () => {
    expect(proposedFor(nameColumn, place, ['Cy Young', 'Smith, Jr.', 'Acme, Inc.'])).toBeNull();
  });
});
