import { simulateRule } from './rules';

describe('days of an entitlement rule in bad weather', () => {
  const seeds = Array.from({ length: 12 }, (_, at) => at + 1);
  beforeAll(() => {
    jest.spyOn(console, 'log').mockImplementation(() => undefined);
  });
  it.each(seeds)('seed %i ends with everyone entitled whom it covers, and nobody else by it', async (seed) => {
    const { broken } = await simulateRule(seed);
    expect(broken).toEqual([]);
  });
});
