import { testSeeds } from './seeds';

describe('whole jobs of the other kinds in bad weather', () => {
  testSeeds(17, 32, 'others');
});
