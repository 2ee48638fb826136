import { useCallback, useEffect, useMemo, useState } from 'react';
import type { ColumnIds } from '../../../../contract/file-frame';
import { type CallError, toCallError } from '../../../shared/call-error';
import { useHandler } from '../../../shared/use-handler';
import { type IdNames, idKey, namesOf, stepsFor } from './id-names';

/** The names of IDs as far as they were looked up. */
interface NamesFound {
  names: IdNames;
  /** What kept it from going on. */
  error: CallError | null;
  retry: () => void;
}

/**
 * Looks up what the IDs of columns stand for, some at a time, for as long as the page is there. What is known is kept where
 * the columns have changed, and after a failure; `retry` goes on from there.
 */
export function useIdNames(columns: readonly ColumnIds[]): NamesFound {
  const [names, setNames] = useState<IdNames>(new Map());
  const [error, setError] = useState<CallError | null>(null);
  const [turn, setTurn] = useState(0);
  const retry = useCallback(() => setTurn((last) => last + 1), []);
  const steps = useMemo(() => stepsFor(columns), [columns]);

  const lookUp = useHandler((isOver: () => boolean) => {
    const run = async (): Promise<void> => {
      setError(null);
      for (const { entity, ids } of steps) {
        const open = ids.filter((id) => !names.has(idKey(entity, id)));
        if (open.length === 0) continue;
        const found = await namesOf({ entity, ids: open });
        if (isOver()) return;
        setNames((known) => new Map([...known, ...found]));
      }
    };
    run().catch((reason: unknown) => {
      if (!isOver()) setError(toCallError(reason));
    });
  });

  useEffect(() => {
    let isOver = false;
    lookUp(() => isOver);
    return () => {
      isOver = true;
    };
  }, [steps, turn, lookUp]);

  return { names, error, retry };
}
