import { useEffect, useRef, useState } from 'react';
import { type UndoCounts, noUndoJobs, undoLists } from '../../../../contract/jobs';
import { call } from '../../../shared/call';
import { type CallError, toCallError } from '../../../shared/call-error';
import { type Action, useAction } from '../../../shared/use-action';
import { useHandler } from '../../../shared/use-handler';
import { type UndoPlan, noCounts, withCounts } from './undo-words';

interface Undo {
  /** What undoing comes to, as far as it was found. */
  plan: UndoPlan;
  /** What kept it from being found out. */
  error: CallError | null;
  retry: () => void;
  /** Makes and starts the jobs, with the number of all that is taken away. */
  start: Action<[removes: number]>;
  /** How much of the jobs has been made, from 0 to 1. */
  made: number;
}

/** Finds out what undoing a job comes to for as long as the page asks, and does it. `onStarted`: with the first of its jobs. */
export function useUndo(jobId: string, onStarted: (jobId: string) => void): Undo {
  const [plan, setPlan] = useState<UndoPlan>({ counts: noCounts, done: 0, batches: 1 });
  const [error, setError] = useState<CallError | null>(null);
  const [turn, setTurn] = useState(0);
  const [made, setMade] = useState(0);
  // What was made of it before a try that failed: the next one goes on with that.
  const jobs = useRef(noUndoJobs);

  const find = useHandler((isOver: () => boolean) => {
    const run = async (): Promise<void> => {
      let counts: UndoCounts = noCounts;
      let from: number | null = 0;
      while (from !== null && !isOver()) {
        const { next, batches, ...more } = await askFrom(jobId, from);
        counts = withCounts(counts, more);
        if (!isOver()) setPlan({ counts, done: next ?? batches, batches });
        from = next;
      }
    };
    run().catch((thrown: unknown) => {
      if (!isOver()) setError(toCallError(thrown));
    });
  });
  useEffect(() => {
    let isOver = false;
    find(() => isOver);
    return () => {
      isOver = true;
    };
  }, [turn, find]);

  const start = useAction(async (removes: number) => {
    for (;;) {
      const answer = await call('jobs.undo', { jobId, removes, jobs: jobs.current });
      jobs.current = answer.jobs;
      setMade(answer.uploaded / Math.max(1, answer.rows));
      if (!answer.isStarted) continue;
      onStarted(undoLists.flatMap((list) => answer.jobs[list] ?? [])[0] ?? jobId);
      return;
    }
  });
  const retry = (): void => {
    setError(null);
    setTurn((last) => last + 1);
  };
  return { plan, error, retry, start, made };
}

const askFrom = (jobId: string, from: number) => call('jobs.planUndo', { jobId, from });
