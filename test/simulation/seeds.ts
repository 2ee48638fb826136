import { simulate } from './simulate';

/** Tests that simulate the imports of some seeds: one test a seed, named so that it can be run again by hand. */
export function testSeeds(first: number, last: number): void {
  const seeds = Array.from({ length: last - first + 1 }, (_, at) => first + at);
  beforeAll(() => {
    jest.spyOn(console, 'log').mockImplementation(() => undefined);
  });
  it.each(seeds)(
    'seed %i keeps every invariant of the engine',
    async (seed) => {
      const { broken } = await simulate(seed);
      expect(broken).toEqual([]);
    },
    120_000,
  );
}
