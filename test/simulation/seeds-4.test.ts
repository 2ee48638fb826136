import { testSeeds } from './seeds';

describe('whole imports in bad weather', () => {
  testSeeds(76, 100);
});
