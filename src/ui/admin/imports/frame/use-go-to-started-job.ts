import { useEffect } from 'react';
import { flagSuccess } from '../../../shared/flag';
import { useNavigation } from '../../../shared/navigation';
import type { FileFrame } from './use-file-frame';

/** Goes to the page of the job that the frame has started. */
export function useGoToStartedJob({ state: { jobId } }: FileFrame): void {
  const { go } = useNavigation();
  useEffect(() => {
    if (jobId === null) return;
    flagSuccess('Import started', 'It runs on the server. You can close this page.');
    go(['imports', jobId]);
  }, [jobId, go]);
}
