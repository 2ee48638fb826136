import { useCallback, useEffect, useState } from 'react';
import type { CheckSummary, ImportSetup } from '../../../../contract/file-frame';
import { type ImportPlan, type Preview, type PreviewRow, ROWS_PER_PREVIEW } from '../../../../contract/imports';
import { call } from '../../../shared/call';
import { type CallError, toCallError } from '../../../shared/call-error';
import { useHandler } from '../../../shared/use-handler';

/** What was found of the first rows of a file that take something away. */
export interface GoingFound {
  rows: readonly PreviewRow[];
  /** Of the first of the rows, in their order. */
  found: readonly Preview[];
  /** What kept it from going on. */
  error: CallError | null;
  retry: () => void;
}

const none: readonly PreviewRow[] = [];

type State = Pick<GoingFound, 'rows' | 'found' | 'error'>;

/**
 * Looks up who goes with the rows of the last check, a few at a time, for as long as the wizard is there. A check that
 * comes after begins anew; a failure keeps what was found, and `retry` goes on from there.
 */
export function useGoing(summary: CheckSummary | null, setup: ImportSetup): GoingFound {
  const rows = summary?.going ?? none;
  const [state, setState] = useState<State>({ rows: none, found: [], error: null });
  const [turn, setTurn] = useState(0);
  const retry = useCallback(() => setTurn((last) => last + 1), []);

  const lookUp = useHandler((isOver: () => boolean) => {
    let found = state.rows === rows ? state.found : [];
    const show = (error: CallError | null): void => {
      if (!isOver()) setState({ rows, found, error });
    };
    const run = async (): Promise<void> => {
      show(null);
      while (!isOver() && found.length < rows.length) {
        const some = rows.slice(found.length, found.length + ROWS_PER_PREVIEW);
        const answer = await call('imports.preview', { plan: planOf(setup), rows: [...some] });
        found = [...found, ...answer.rows];
        show(null);
      }
    };
    run().catch((error: unknown) => show(toCallError(error)));
  });

  useEffect(() => {
    if (rows.length === 0) return undefined;
    let isOver = false;
    lookUp(() => isOver);
    return () => {
      isOver = true;
    };
  }, [rows, turn, lookUp]);

  const isOfRows = state.rows === rows;
  return { rows, found: isOfRows ? state.found : [], error: isOfRows ? state.error : null, retry };
}

/** Kinds that take things away name nothing that the check looks up. */
const planOf = (setup: ImportSetup): ImportPlan => ({ ...setup, lookups: { organizations: [], products: [] } });
