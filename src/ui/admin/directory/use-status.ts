import type { DirectoryStatus } from '../../../contract/directory';
import { call } from '../../shared/call';
import { type Resource, useResource } from '../../shared/use-resource';

/** From one look at a reading under way to the next. */
const POLL_MS = 2_000;

const load = () => call('directory.status', {});
const delay = ({ scan }: DirectoryStatus): number | null => (scan?.state === 'running' ? POLL_MS : null);

/** What the directory keeps, and how far a reading is. */
export const useStatus = (): Resource<DirectoryStatus> => useResource(load, delay);
