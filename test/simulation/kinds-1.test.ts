import { testSeeds } from './seeds';

describe('whole jobs of the other kinds in bad weather', () => {
  testSeeds(1, 16, 'others');
});
