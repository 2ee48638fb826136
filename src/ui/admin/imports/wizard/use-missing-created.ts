import { useEffect, useState } from 'react';
import { type JobView, endStates } from '../../../../contract/jobs';
import { call } from '../../../shared/call';
import { useHandler } from '../../../shared/use-handler';
import type { FileFrame } from '../frame/use-file-frame';

const POLL_EVERY_MS = 2_000;

/**
 * Waits for the job that creates what the check found missing, and has the file checked again when it has ended. Answers
 * with the last job that has ended. A call that fails is made again: the wait can be stopped.
 */
export function useMissingCreated({ state: { creatingJobId: jobId } }: FileFrame, onEnd: () => void): JobView | null {
  const [ended, setEnded] = useState<JobView | null>(null);
  const end = useHandler(onEnd);
  useEffect(() => {
    if (jobId === null) return undefined;
    let isOver = false;
    let timer: ReturnType<typeof setTimeout>;
    const look = async (): Promise<void> => {
      const job = await call('jobs.get', { jobId }).catch(() => null);
      if (isOver) return;
      if (job !== null && (endStates.includes(job.state) || job.state === 'needs-attention')) {
        setEnded(job);
        end();
      } else timer = setTimeout(() => void look(), POLL_EVERY_MS);
    };
    void look();
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [jobId, end]);
  return ended;
}
