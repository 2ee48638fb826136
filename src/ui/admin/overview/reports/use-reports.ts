import { useCallback } from 'react';
import { call } from '../../../shared/call';
import { useResource } from '../../../shared/use-resource';

/** What the last reading counted. */
export function useReports(generation: string) {
  const load = useCallback(
    () => call('directory.report', {}),
    // A new generation has another report.
    // oxlint-disable-next-line react/exhaustive-deps
    [generation],
  );
  return useResource(load);
}
