import { testSeeds } from './seeds';

describe('whole jobs of the other kinds in bad weather', () => {
  testSeeds(25, 48, 'others');
});
