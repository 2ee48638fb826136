import type { DetailHolder } from '../../../contract/details';
import { isolated } from '../../../domain/isolated';
import { call } from '../call';
import { flagSuccess } from '../flag';
import type { SaveValues } from './use-detail-edit';

/** Saves the detail values of one entity from a page of the console, and says so. */
export const saveDetailOf =
  (holder: DetailHolder): SaveValues =>
  async (change) => {
    const { values } = await call('details.set', { holder, ...change });
    flagSuccess(`${isolated(change.field)} saved`);
    return values;
  };
