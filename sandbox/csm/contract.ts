import published from '../../src/csm/contract/csm-openapi.json';
import supplement from '../../src/csm/contract/intake-openapi.json';
import { correctContract } from './errata';

/** What the site answers by: the vendor's contract with its errata corrected, and the paths of its supplement. */
export const contract = correctContract({ ...published, paths: { ...published.paths, ...supplement.paths } });
