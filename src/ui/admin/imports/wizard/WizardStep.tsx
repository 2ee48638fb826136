import React from 'react';
import type { ImportField } from '../../../../contract/imports';
import type { CheckSummary, FileFacts } from '../../../../contract/file-frame';
import type { DraftChange } from '../../../shared/form/use-draft';
import { useHandler } from '../../../shared/use-handler';
import type { FileFrame } from '../frame/use-file-frame';
import type { Route } from '../../../../domain/kinds/kind';
import { isUndoable } from '../../../../domain/kinds/undoable';
import { kindOf, operationOf } from '../../../../domain/kinds';
import { dependsOnBefore } from '../../../../domain/kinds/if-empty';
import { afterComparison } from './comparison';
import { CheckStep } from './CheckStep';
import { ColumnsStep } from './ColumnsStep';
import { FileStep } from './FileStep';
import { GoingTable } from './GoingTable';
import { StartStep } from './StartStep';
import { WhatStep } from './WhatStep';
import { routeFor, sendingOf } from './sending';
import { type WizardState, matchedBy, matchedFor, ofKind, setupOf } from './wizard-state';
import { useProposedName } from '../frame/use-proposed-name';
import { applyMapping, withDatesOf } from './mapping';
import { readingWanted } from './reading';
import { type GoingFound, useGoing } from './use-going';
import { recognitionOf } from './recognition';
import { withNewOptions } from './new-options';
import { useRemedies } from './use-remedies';
import { useMissingCreated } from './use-missing-created';
import { nameOfMissing, nameWanted } from './words';

interface Props {
  state: WizardState;
  change: (change: DraftChange<WizardState>) => void;
  frame: FileFrame;
  fields: readonly ImportField[];
  onFields: (fields: readonly ImportField[]) => void;
  /** The fields are there, and what the settings propose for the columns. */
  canMap: boolean;
}

/** The step that the import is at. Each step hands its choices up and says where to go. */
export function WizardStep(props: Props) {
  const { state, change, frame, fields } = props;
  const { file, summary } = frame.state;
  const going = useGoing(summary, setupOf(state, fields));
  const kind = kindOf(state.kind);
  if (state.step === 'What') {
    return (
      <WhatStep
        kind={kind}
        operation={state.operation}
        onKind={(chosen) => change(ofKind(chosen))}
        onOperation={(operation) => change({ operation })}
        onNext={() => change({ step: 'File' })}
      />
    );
  }
  if (state.step === 'File' || file === null) return <File {...props} />;
  if (state.step === 'Columns') return <Columns {...props} />;
  if (state.step === 'Check' || summary === null) return <Check {...props} going={going} />;
  return <Start {...props} file={file} summary={summary} />;
}

/** Rows up to which what was there is kept where nobody says otherwise: for rows by email it is a search each. */
const KEPT_UNASKED = 2_000;

function Start(props: Props & { file: FileFacts; summary: CheckSummary }) {
  const { state, change, frame, fields, file } = props;
  const { comparison } = frame.state;
  const onlyChanges = comparison !== null && state.onlyChanges;
  const summary = onlyChanges ? { ...props.summary, ...afterComparison(props.summary, comparison) } : props.summary;
  const kind = kindOf(state.kind);
  const proposed = useProposedName(nameWanted(file, kind, state.earlier));
  const name = state.name ?? proposed;
  const { routes = [] } = kind;
  const route = routeFor(kind, summary.ready, state.route);
  const operation = operationOf(kind, state.operation) ?? kind.operations[0];
  const mustKeep = dependsOnBefore(state);
  const keepsBefore = isUndoable(kind, operation) && (mustKeep || (state.keepsBefore ?? summary.ready <= KEPT_UNASKED));
  const { ready, heaviest, hasUncompared = false } = summary;
  const rows = { rows: ready, heaviest, comparesIds: hasUncompared };
  const sending = (by: Route) => sendingOf(kind, operation, { ...setupOf(state, fields), ...rows }, by);
  return (
    <StartStep
      frame={frame.state}
      summary={summary}
      kind={kind}
      operation={operation}
      sending={sending(route)}
      routes={routes.map(sending)}
      onlyChanges={state.onlyChanges}
      onOnlyChanges={(only) => change({ onlyChanges: only })}
      keepsBefore={keepsBefore}
      mustKeep={mustKeep}
      onKeepsBefore={(keeps) => change({ keepsBefore: keeps })}
      onRoute={(chosen) => change({ route: chosen })}
      name={name}
      typed={state.typed}
      onName={(typed) => change({ name: typed })}
      onTyped={(typed) => change({ typed })}
      onStart={() => {
        frame.send({
          type: 'send',
          name: (name ?? '').trim(),
          route,
          ...(keepsBefore && { keepsBefore: true as const }),
          ...(onlyChanges && { onlyChanges: true as const }),
        });
      }}
      onStop={() => frame.send({ type: 'stop' })}
      onChooseAgain={() => chooseAgain(props)}
      onBack={() => change({ step: 'Check' })}
    />
  );
}

function File({ state, change, frame, fields, canMap }: Props) {
  const { file } = frame.state;
  return (
    <FileStep
      frame={frame.state}
      canGoOn={canMap}
      onTemplate={() => {
        const { kind, operation } = state;
        frame.send({ type: 'download-template', kind, operation, fields: [...fields] });
      }}
      onBack={() => change({ step: 'What' })}
      onNext={() => {
        if (file !== null) change({ step: 'Columns', ...matchedFor(state, file, fields) });
      }}
    />
  );
}

function Columns({ state, change, frame, fields }: Props) {
  const { file } = frame.state;
  const setup = setupOf(state, fields);
  const check = useHandler(() => {
    frame.send({ type: 'check', setup });
    change({ step: 'Check', checkedColumns: state.columns, problemRows: null, typed: '' });
  });
  if (file === null) return null;
  // Where the columns went before decides over what such exports usually are.
  const isMapped = state.mapping !== null || state.earlier !== null;
  const found = recognitionOf(file, state);
  const recognition = isMapped && found?.use !== 'other kind' ? null : found;
  return (
    <ColumnsStep
      file={file}
      setup={setup}
      lastCheck={{ columns: state.checkedColumns, groups: frame.state.summary?.groups ?? [] }}
      fields={fields}
      recognition={recognition}
      onMatch={(preset) => change(matchedBy(preset, state, file, fields))}
      onColumns={(map) => change(({ columns }) => ({ columns: map(columns) }))}
      onOptions={(part) => change(({ options }) => ({ options: { ...options, ...part } }))}
      onMapping={(mapping) => {
        const wanted = readingWanted(file.reading, mapping.reading);
        // A file that was read otherwise may have other columns: they are matched once it has been read.
        const columns = wanted === null ? withDatesOf(file, applyMapping(state.columns, mapping)) : [];
        const step = wanted === null ? state.step : 'File';
        change({ mapping, columns, step, options: mapping.options, cleaning: mapping.cleaning ?? [] });
        if (wanted !== null) frame.send({ type: 'read', reading: wanted });
      }}
      onBack={() => change({ step: 'File' })}
      onCheck={check}
    />
  );
}

/** Lets go of the file and keeps where its columns go, for the one that is chosen instead. */
function chooseAgain({ frame, change }: Props) {
  frame.send({ type: 'reset' });
  change({ step: 'File', problemRows: null, joinsRows: undefined });
}

function Check(props: Props & { going: GoingFound }) {
  const { state, change, frame, fields, onFields, going } = props;
  const setup = setupOf(state, fields);
  const check = () => frame.send({ type: 'check', setup });
  const { mapColumns, mapCells, joinRows, mapColumnsFor } = useRemedies(props);
  const created = useMissingCreated(frame, check);
  const { file, summary } = frame.state;
  return (
    <CheckStep
      frame={frame.state}
      setup={setup}
      going={summary && <GoingTable kind={kindOf(state.kind)} summary={summary} going={going} />}
      choice={state.problemRows ?? state.proposedProblemRows}
      onChoice={(problemRows) => change({ problemRows })}
      onCompare={(by) => frame.send({ type: 'compare', by })}
      onStop={() => frame.send({ type: 'stop' })}
      onCheck={check}
      onColumns={mapColumns}
      corrected={state.corrected.cells}
      onCells={(group) => frame.send({ type: 'list-cells', group })}
      onCorrected={mapCells}
      onJoining={joinRows}
      onNewOptions={async (field, options, map) => {
        const now = await withNewOptions(kindOf(state.kind).entity, fields, field, options);
        onFields(now);
        mapColumnsFor(now, map);
      }}
      onCleaning={(cleaning) => {
        change({ cleaning });
        frame.send({ type: 'check', setup: { ...setup, cleaning } });
      }}
      created={created}
      onCreate={(entity) =>
        frame.send({ type: 'create-missing', entity, name: nameOfMissing(entity, file?.name ?? '') })
      }
      onDownload={() => frame.send({ type: 'download-problems' })}
      onFix={() => chooseAgain(props)}
      onBack={() => change({ step: 'Columns' })}
      onNext={() => change({ step: 'Start' })}
    />
  );
}
