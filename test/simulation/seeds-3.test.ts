import { testSeeds } from './seeds';

describe('whole imports in bad weather', () => {
  testSeeds(51, 75);
});
