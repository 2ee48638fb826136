import type { Joining } from '../../../../contract/imports';
import type { ImportField } from '../../../../contract/imports';
import type { DraftChange } from '../../../shared/form/use-draft';
import { useHandler } from '../../../shared/use-handler';
import type { FileFrame } from '../frame/use-file-frame';
import { type MapCells, withCells } from './corrections';
import type { MapColumns } from './remedy-groups';
import { type WizardState, setupOf } from './wizard-state';

interface Wizard {
  state: WizardState;
  change: (change: DraftChange<WizardState>) => void;
  frame: FileFrame;
  fields: readonly ImportField[];
}

/**
 * Puts rows right on Check, and has them checked again. Each takes what is there when a button is pressed, not when it was
 * drawn: two can be pressed before the page has changed.
 */
export function useRemedies({ state, change, frame, fields }: Wizard) {
  const putRight = useHandler((part: Partial<WizardState>) => {
    change(part);
    frame.send({ type: 'remedy', setup: setupOf({ ...state, ...part }, fields) });
  });
  return {
    mapColumns: useHandler((map: MapColumns) => {
      const columns = map(state.columns);
      putRight({ columns, checkedColumns: columns });
    }),
    mapCells: useHandler((map: MapCells) => {
      putRight({ corrected: withCells(frame.state.file, map(state.corrected.cells)) });
    }),
    joinRows: useHandler((joinsRows: Joining | undefined) => putRight({ joinsRows })),
    /** The whole file is checked again, as fields have changed. */
    mapColumnsFor: useHandler((now: readonly ImportField[], map: MapColumns) => {
      const columns = map(state.columns);
      change({ columns, checkedColumns: columns });
      frame.send({ type: 'check', setup: setupOf({ ...state, columns }, now) });
    }),
  };
}
