import { type SimulatedKinds, simulate } from './simulate';

/** Tests that simulate the imports of some seeds: one test a seed, named so that it can be run again by hand. */
export function testSeeds(first: number, last: number, kinds: SimulatedKinds = 'profiles'): void {
  const seeds = Array.from({ length: last - first + 1 }, (_, at) => first + at);
  beforeAll(() => {
    jest.spyOn(console, 'log').mockImplementation(() => undefined);
  });
  it.each(seeds)(
    'seed %i keeps every invariant of the engine',
    async (seed) => {
      const { broken } = await simulate(seed, kinds);
      expect(broken).toEqual([]);
    },
    120_000,
  );
}
