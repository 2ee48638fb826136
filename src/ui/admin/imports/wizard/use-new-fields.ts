import { useEffect, useRef } from 'react';
import type { FileFacts } from '../../../../contract/file-frame';
import type { Place } from '../../../../domain/kinds/place';
import { matchNewFields } from './mapping';
import type { WizardState } from './wizard-state';

/**
 * Fields may be created in another tab while a file is being mapped: they are asked for again when this tab is seen
 * again, and a column that went nowhere goes to the new field of its name.
 */
export function useNewFields(
  places: { data: readonly Place[] | null; reload: () => void },
  file: FileFacts | null,
  setState: (update: (last: WizardState) => WizardState) => void,
): void {
  const { data, reload } = places;
  const isMapping = file !== null;
  useEffect(() => {
    if (!isMapping) return undefined;
    const onSeen = () => {
      if (document.visibilityState === 'visible') reload();
    };
    document.addEventListener('visibilitychange', onSeen);
    return () => document.removeEventListener('visibilitychange', onSeen);
  }, [isMapping, reload]);

  const known = useRef(data);
  useEffect(() => {
    const before = known.current;
    known.current = data;
    if (before === null || data === null || file === null) return;
    setState((last) => ({ ...last, columns: matchNewFields(last.columns, file, before, data) }));
  }, [data, file, setState]);
}
