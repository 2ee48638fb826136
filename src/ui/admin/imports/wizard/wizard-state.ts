import type { FileFacts, ImportSetup } from '../../../../contract/file-frame';
import type { Settings } from '../../../../contract/settings';
import type {
  CleaningChoices,
  ImportColumn,
  ImportField,
  ImportOptions,
  Joining,
  SavedMapping,
} from '../../../../contract/imports';
import { matchColumns } from '../../../../domain/import/match-columns';
import { matchByPreset } from '../../../../domain/import/presets/match';
import type { Preset } from '../../../../domain/import/presets/preset';
import { kindOf, proposedKind } from '../../../../domain/kinds';
import type { ImportKind, Route } from '../../../../domain/kinds/kind';
import type { Place } from '../../../../domain/kinds/place';
import { type Corrected, correctionsOf, noneCorrected } from './corrections';
import { applyMapping, mappedFields, withDatesOf } from './mapping';
import { presetFor } from './recognition';

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
  /** Cells that are imported otherwise than the file has them. They are of this file as it is read, and of no mapping. */
  corrected: Corrected;
  /** How rows about the same as an earlier one are imported with that; undefined where they are left out. */
  joinsRows: Joining | undefined;
  /** The saved mapping that was chosen last; a file that is read anew has its columns matched by it. */
  mapping: SavedMapping | null;
  /** The id of the preset that the columns were matched by; null where they were matched by their names alone. */
  preset: string | null;
  /** How the rows go; null while it follows their number. */
  route: Route | null;
  /** What was there is kept, so that the import can be undone. */
  keepsBefore: boolean | null;
  /** What a comparison has found unchanged is not sent. */
  onlyChanges: boolean;
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
  preset: null,
  route: null,
  joinsRows: undefined,
});

const usualOptions: ImportOptions = { emptyCells: 'leave', valueSeparator: ';' };

/** An import of the kind that is offered first. */
export const newImport = (kind: ImportKind = proposedKind()): WizardState => ({
  step: 'What',
  ...ofKind(kind),
  options: usualOptions,
  cleaning: [],
  corrected: noneCorrected,
  keepsBefore: null,
  onlyChanges: true,
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

/** Whether the columns were chosen for a file with the same headers. */
const isLayoutOf = (columns: readonly ImportColumn[], { headers }: FileFacts): boolean =>
  columns.length === headers.length && columns.every(({ header }, index) => header === headers[index]);

/**
 * The columns of a file: those chosen for a file with the same headers before, else matched anew, by the preset of the tool
 * that it comes from where there is one, and sent where the columns of these names went in an earlier import. A file that
 * writes its dates otherwise than the one before does not get them read as other days.
 */
export function columnsFor(
  file: FileFacts,
  chosen: readonly ImportColumn[],
  places: readonly Place[],
  earlier: readonly ImportColumn[] = [],
  preset: Preset | null = null,
): ImportColumn[] {
  if (isLayoutOf(chosen, file)) return withDatesOf(file, chosen);
  const matched =
    preset === null
      ? matchColumns(file.headers, file.values, places)
      : matchByPreset(preset, file.headers, file.values, places);
  return withDatesOf(file, applyMapping(matched, { columns: earlier }));
}

type Matched = Pick<WizardState, 'columns' | 'options' | 'preset'>;

/** The columns and options of a file that was chosen, as far as they were not chosen for one of the same layout already. */
export function matchedFor(state: WizardState, file: FileFacts, fields: readonly ImportField[]): Matched {
  const { kind, mapping, columns, options } = state;
  const places = kindOf(kind).places(fields);
  if (isLayoutOf(columns, file)) return { columns: columnsFor(file, columns, places), options, preset: state.preset };
  const earlier = state.earlier?.kind === kind ? state.earlier.columns : mapping?.columns;
  const preset = presetFor(file, kind);
  const matched = columnsFor(file, [], places, earlier, preset);
  // What a person chose once holds for the files that come again.
  if (earlier !== undefined) return { columns: matched, options, preset: preset?.id ?? null };
  return { columns: matched, options: optionsBy(preset, state), preset: preset?.id ?? null };
}

/** The columns of the file matched anew: by the preset of the tool that it comes from, or by their names alone. */
export function matchedBy(
  preset: Preset | null,
  state: WizardState,
  file: FileFacts,
  fields: readonly ImportField[],
): Matched {
  const columns = columnsFor(file, [], kindOf(state.kind).places(fields), [], preset);
  return { columns, options: optionsBy(preset, state), preset: preset?.id ?? null };
}

/** The options with the separator of a preset; with the usual one again, where the last file's was that of a preset. */
function optionsBy(preset: Preset | null, { options, preset: before }: WizardState): ImportOptions {
  if (preset !== null) return { ...options, valueSeparator: preset.valueSeparator };
  return before === null ? options : { ...options, valueSeparator: usualOptions.valueSeparator };
}

/** What the frame checks the file against. */
export function setupOf(state: WizardState, fields: readonly ImportField[]): ImportSetup {
  return {
    kind: state.kind,
    operation: state.operation,
    columns: state.columns,
    fields: mappedFields(state.columns, fields),
    options: state.options,
    cleaning: state.cleaning,
    ...correctionsOf(state.corrected),
    ...(state.joinsRows && { joinsRows: state.joinsRows }),
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
