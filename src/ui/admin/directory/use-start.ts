import type { DirectoryAction } from '../../../contract/directory';
import { flagSuccess } from '../../shared/flag';
import { useNavigation } from '../../shared/navigation';
import { actOn } from './many';

/** Starts the job of an action on those who were chosen, and goes to its page. */
export function useStart(onClose: () => void) {
  const { go } = useNavigation();
  return async (choice: string, action: DirectoryAction, typed: string | null = null): Promise<void> => {
    const jobId = await actOn(choice, action, typed);
    flagSuccess('Import started', 'It runs on the server. You can close this page.');
    onClose();
    go(['imports', jobId]);
  };
}
