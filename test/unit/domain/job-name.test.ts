import { distinctName } from '../../../src/domain/jobs/name';

describe('the name that is proposed for a job', () => {
  it.each([
    ['new', [], 'customers'],
    ['new', ['Customers '], 'customers (2)'],
    ['new', ['customers', 'customers (2)'], 'customers (3)'],
    ['corrected', ['customers'], 'customers (corrected)'],
    ['corrected', ['customers', 'customers (corrected)'], 'customers (corrected 2)'],
    ['retry', ['customers', 'customers (retry)', 'customers (retry 2)'], 'customers (retry 3)'],
  ] as const)('as %s beside %j is %j', (variant, taken, name) =>
    expect(distinctName('customers', variant, taken)).toBe(name),
  );

  it('is not suffixed twice', () => {
    expect(distinctName('customers (retry)', 'retry', ['customers (retry)'])).toBe('customers (retry 2)');
    expect(distinctName('customers (corrected 2)', 'retry', [])).toBe('customers (retry)');
    expect(distinctName('customers (2)', 'new', ['customers (2)'])).toBe('customers (3)');
  });

  it('has at most 255 characters', () => {
    const long = 'x'.repeat(300);
    expect(distinctName(long, 'corrected', []).length).toBeLessThanOrEqual(255);
    expect(distinctName(long, 'new', [])).toHaveLength(255);
  });
});
