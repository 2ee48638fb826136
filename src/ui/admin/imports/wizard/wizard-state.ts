import type { FieldDefinition } from '../../../../contract/fields';
import type { FileFacts, ImportSetup } from '../../../../contract/file-frame';
import type { Settings } from '../../../../contract/settings';
import type { CleaningChoices, ImportColumn, ImportOptions, SavedMapping } from '../../../../contract/imports';
import { matchColumns } from '../../../../domain/import/match-columns';
import { proposedKind } from '../../../../domain/kinds';
import type { ImportKind, Route } from '../../../../domain/kinds/kind';
import type { Place } from '../../../../domain/kinds/place';
import { applyMapping, mappedFields, withDatesOf } from './mapping';

export const steps = ['What', 'File', 'Columns', 'Check', 'Start'] as const;
export type Step = (typeof steps)[number];

/** An import whose rows come again, corrected, and how it was set up. */
export interface EarlierImport {
  jobId: string;
  name: string;
  kind: string;
  operation: string;
  columns: readonly ImportColumn[];
  options: ImportOptions;
}

/** The choices of an import that is being set up. The file itself is in the frame. */
export interface WizardState {
  step: Step;
  /** The kind of import, and which of its operations; see src/domain/kinds. */
  kind: string;
  operation: string;
  columns: ImportColumn[];
  options: ImportOptions;
  /** Kinds of cleaning that were switched on or off for the file. */
  cleaning: CleaningChoices;
  /** The saved mapping that was chosen last; a file that is read anew has its columns matched by it. */
  mapping: SavedMapping | null;
  /** How the rows go; null while it follows their number. */
  route: Route | null;
  /** The columns as they were when the rows were checked last: what the check says holds for those unchanged since. */
  checkedColumns: readonly ImportColumn[];
  /** What happens to rows with problems; null until it is chosen. */
  problemRows: 'leave out' | 'fix first' | null;
  /** What the settings propose to do with them; null where each import is to be asked. */
  proposedProblemRows: WizardState['problemRows'];
  /** The name of the job; null while it follows the file's. */
  name: string | null;
  /** What was typed to confirm a large import. */
  typed: string;
  /** The import whose corrected rows these are; null for a file of its own. */
  earlier: EarlierImport | null;
}

/** What changes with the kind: columns that were matched for another kind are matched anew. */
export const ofKind = ({ id, operations }: ImportKind) => ({
  kind: id,
  operation: operations[0].id,
  columns: [],
  mapping: null,
  route: null,
});

/** An import of the kind that is offered first. */
export const newImport = (kind: ImportKind = proposedKind()): WizardState => ({
  step: 'What',
  ...ofKind(kind),
  options: { emptyCells: 'leave', valueSeparator: ';' },
  cleaning: [],
  checkedColumns: [],
  problemRows: null,
  proposedProblemRows: null,
  name: null,
  typed: '',
  earlier: null,
});

/** An import of the corrected rows of an earlier one, set up as that was: its file is to be chosen. */
export const correctedImport = (earlier: EarlierImport): WizardState => {
  const { kind, operation, options } = earlier;
  return { ...newImport(), step: 'File', kind, operation, options, earlier };
};

/** What the settings propose, for an import in which nobody has seen yet what they propose. */
export function withProposals(state: WizardState, { emptyCells, problemRows }: Settings): WizardState {
  const proposedProblemRows = problemRows === 'ask' ? null : problemRows;
  // What was decided for an earlier import holds for its corrected rows.
  const options = state.earlier === null ? { ...state.options, emptyCells } : state.options;
  return { ...state, options, proposedProblemRows };
}

/**
 * The columns of a file: those chosen for a file with the same headers before, else matched anew, and sent where the
 * columns of these names went in an earlier import. A file that writes its dates otherwise than the one before does not
 * get them read as other days.
 */
export function columnsFor(
  file: FileFacts,
  chosen: readonly ImportColumn[],
  places: readonly Place[],
  earlier: readonly ImportColumn[] = [],
): ImportColumn[] {
  const isSameLayout =
    chosen.length === file.headers.length && chosen.every(({ header }, index) => header === file.headers[index]);
  if (isSameLayout) return withDatesOf(file, chosen);
  const matched = matchColumns(file.headers, file.values, places);
  return withDatesOf(file, applyMapping(matched, { columns: earlier }));
}

/** What the frame checks the file against. */
export function setupOf(state: WizardState, fields: readonly FieldDefinition[]): ImportSetup {
  return {
    kind: state.kind,
    operation: state.operation,
    columns: state.columns,
    fields: mappedFields(state.columns, fields),
    options: state.options,
    cleaning: state.cleaning,
  };
}

/** The stages as UI Kit's ProgressTracker takes them; a step that was passed can be gone back to. */
export function stagesOf(current: Step, goTo: (step: Step) => void) {
  const at = steps.indexOf(current);
  return steps.map((step, index) => ({
    id: step,
    label: step,
    percentageComplete: index < at ? 100 : 0,
    status: index < at ? ('visited' as const) : index === at ? ('current' as const) : ('unvisited' as const),
    ...(index < at && { onClick: () => goTo(step) }),
  }));
}
