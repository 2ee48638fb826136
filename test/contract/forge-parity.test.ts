import { readFileSync } from 'node:fs';
import { installedSurfaces, snapshotPath } from '../../sandbox/forge/parity';

describe('the surface of the vendor packages', () => {
  it('is the one the sandbox was written for; if not: look at what changed, then tsx sandbox/forge/parity.ts --write', () => {
    expect(installedSurfaces()).toEqual(JSON.parse(readFileSync(snapshotPath, 'utf8')));
  });
});
