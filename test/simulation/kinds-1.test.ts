import { testSeeds } from './seeds';

describe('whole jobs of the other kinds in bad weather', () => {
  testSeeds(1, 24, 'others');
});
