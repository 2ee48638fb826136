import { simulateSync } from './sync';

describe('nights of a sync in bad weather', () => {
  const seeds = Array.from({ length: 8 }, (_, at) => at + 1);
  beforeAll(() => {
    jest.spyOn(console, 'log').mockImplementation(() => undefined);
  });
  it.each(seeds)('seed %i ends with what was delivered last', async (seed) => {
    const { broken } = await simulateSync(seed);
    expect(broken).toEqual([]);
  });
});
