import type { DetailFieldType, FieldDefinition } from '../../../src/contract/fields';
import {
  type NewCustomer,
  accountOf,
  blankCustomer,
  problemsOf,
  requestOf,
} from '../../../src/ui/admin/customers/new-customer';
import { detailKey } from '../../../src/ui/shared/details/new-values';

const field = (name: string, type: DetailFieldType, options: string[] = []): FieldDefinition => ({
  name,
  type,
  options,
});
const fields = [
  field('Phone', 'PHONE'),
  field('Interests', 'MULTISELECT', ['Events', 'Webinars']),
  field('VIP', 'BOOLEAN'),
];

const customer = (part: Partial<NewCustomer> = {}): NewCustomer => ({
  ...blankCustomer,
  email: 'ada@example.com',
  ...part,
});
const some = (count: number) => Array.from({ length: count }, (_, at) => ({ id: String(at), name: `No. ${at}` }));

describe('the form of a new customer', () => {
  it('needs an e-mail address and nothing else', () => {
    expect(problemsOf(customer(), fields)).toEqual({});
    expect(problemsOf(blankCustomer, fields)['email']).toContain('Enter');
    expect(problemsOf(customer({ email: 'ada' }), fields)['email']).toContain('name@example.com');
  });

  it('takes an address with a name as a mail program copies it', () => {
    const pasted = customer({ email: '"Byron, Ada" <ada@example.com>' });
    expect(problemsOf(pasted, fields)).toEqual({});
    expect(accountOf(pasted)).toEqual({ email: 'ada@example.com', displayName: 'Byron, Ada' });
    expect(accountOf({ ...pasted, displayName: 'Ada' })).toEqual({ email: 'ada@example.com', displayName: 'Ada' });
    expect(problemsOf(customer({ email: 'ada@example.com; ben@example.com' }), fields)['email']).toContain('one email');
  });

  it('says at each field what is wrong with it', () => {
    const draft = customer({
      displayName: 'x'.repeat(256),
      values: { Phone: ['030 1'] },
      organizations: some(6),
      products: some(6),
    });
    expect(Object.keys(problemsOf(draft, fields))).toEqual([
      'displayName',
      detailKey('Phone'),
      'organizations',
      'products',
    ]);
  });

  it('takes five organizations and five products at once', () => {
    expect(problemsOf(customer({ organizations: some(5), products: some(5) }), fields)).toEqual({});
  });

  it('asks for what was filled in, and leaves the rest out', () => {
    const draft = customer({
      email: ' ada@example.com ',
      displayName: '  ',
      values: { Phone: [' +49 30 1234567 '], Interests: ['Events', 'Webinars'], VIP: [] },
      organizations: some(1),
    });
    expect(requestOf(draft, fields)).toEqual({
      email: 'ada@example.com',
      displayName: null,
      details: [
        { name: 'Phone', values: ['+49 30 1234567'] },
        { name: 'Interests', values: ['Events', 'Webinars'] },
      ],
      organizationIds: ['0'],
      productIds: [],
    });
    expect(accountOf(customer({ displayName: ' Ada ' }))).toEqual({ email: 'ada@example.com', displayName: 'Ada' });
  });
});
