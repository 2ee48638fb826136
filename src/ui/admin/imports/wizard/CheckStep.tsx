import { Button, ButtonGroup, Inline, RadioGroup, SectionMessage, Spinner, Stack, Text } from '@forge/react';
import React from 'react';
import type {
  CheckSummary,
  ComparedBy,
  GroupName,
  ImportSetup,
  MissingNames as Missing,
} from '../../../../contract/file-frame';
import type { CleaningChoices, ImportField, Joining } from '../../../../contract/imports';
import type { JobView } from '../../../../contract/jobs';
import { countOf } from '../../../shared/format';
import { Section } from '../../../shared/Section';
import type { FrameState } from '../frame/frame-state';
import { Activity } from '../frame/Activity';
import { FrameFailure } from '../frame/FrameFailure';
import { Announcement } from '../../../shared/Skeleton';
import { CorrectedCells } from './CorrectedCells';
import type { CorrectedCell, MapCells } from './corrections';
import { Cleaned } from './Cleaned';
import { CompareSection } from './CompareSection';
import { CreatedMessage } from './CreatedMessage';
import { IdNamesSection } from './IdNamesSection';
import { JoinedRows } from './JoinedRows';
import { MissingNames } from './MissingNames';
import { Remedies } from './Remedies';
import type { MapColumns } from './remedy-groups';
import { ProblemTables } from './ProblemTables';
import type { WizardState } from './wizard-state';
import { CHOOSE_AGAIN, checkHeadline } from './words';

interface Props {
  frame: FrameState;
  /** What was checked, remedies and cleaning included. */
  setup: ImportSetup;
  choice: WizardState['problemRows'];
  onChoice: (choice: WizardState['problemRows']) => void;
  /** The job that has created what was missing, once it has ended. */
  created: JobView | null;
  /** Who goes with the rows, for kinds that take things away. */
  going: React.ReactNode;
  onCreate: (entity: Missing['entity']) => void;
  /** Compares the ready rows with the site. */
  onCompare: (by: ComparedBy) => void;
  onStop: () => void;
  onCheck: () => void;
  /** Takes columns that say more of cells with problems, and checks those rows again. */
  onColumns: (map: MapColumns) => void;
  /** Cells that are imported otherwise than the file has them. */
  corrected: readonly CorrectedCell[];
  /** Asks for the cells of a group of problems. */
  onCells: (group: GroupName) => void;
  /** Takes what changes of the corrected cells, and checks their rows again. */
  onCorrected: (map: MapCells) => void;
  /** Joins rows about the same, or leaves them out again, and checks them again. */
  onJoining: (joinsRows: Joining | undefined) => void;
  onNewOptions: (field: ImportField, options: readonly string[], map: MapColumns) => Promise<void>;
  onCleaning: (cleaning: CleaningChoices) => void;
  onDownload: () => void;
  onFix: () => void;
  onBack: () => void;
  onNext: () => void;
}

export function CheckStep(props: Props) {
  const { frame, onStop, onCheck, onFix, onBack } = props;
  if (frame.activity?.doing === 'checking') {
    return <Activity activity={frame.activity} words="Checking every row before anything is sent" onStop={onStop} />;
  }
  if (frame.activity?.doing === 'comparing')
    return (
      <Activity
        activity={frame.activity}
        isSlowed={frame.isSlowed}
        words="Comparing the rows with your site"
        onStop={onStop}
      />
    );
  if (frame.activity?.doing === 'creating') return <Creating isSlowed={frame.isSlowed} onStop={onStop} />;
  if (frame.summary) return <CheckResult {...props} summary={frame.summary} />;
  return (
    <Stack space="space.200">
      {frame.failure ? <FrameFailure failure={frame.failure} /> : <Text>The check was stopped. Nothing was sent.</Text>}
      <Inline alignInline="end">
        <ButtonGroup label="Steps">
          <Button appearance="subtle" onClick={onBack}>
            Back
          </Button>
          {frame.failure?.needsFile === true ? (
            <Button appearance="primary" onClick={onFix}>
              {CHOOSE_AGAIN}
            </Button>
          ) : (
            <Button appearance="primary" onClick={onCheck}>
              Check every row
            </Button>
          )}
        </ButtonGroup>
      </Inline>
    </Stack>
  );
}

function CheckResult({
  summary,
  frame,
  setup,
  choice,
  created,
  going,
  onCreate,
  onCompare,
  onCheck,
  onChoice,
  onColumns,
  corrected,
  onCells,
  onCorrected,
  onJoining,
  onNewOptions,
  onCleaning,
  onDownload,
  onFix,
  onBack,
  onNext,
}: Props & { summary: CheckSummary }) {
  const isClean = summary.leftOut === 0;
  const isHopeless = summary.ready === 0;
  const needsFile = frame.failure?.needsFile === true;
  const isBusy = frame.activity !== null || frame.isRechecking;
  return (
    <Stack space="space.300">
      <SectionMessage
        appearance={isClean ? 'success' : isHopeless ? 'error' : 'warning'}
        title={checkHeadline(summary)}
      >
        <Stack space="space.100">
          <Text>
            {isClean
              ? 'Every row follows the rules of your detail fields and your site.'
              : `${countOf(summary.leftOut, 'row has', 'rows have')} ${countOf(summary.problemCount, 'problem')}. Nothing has been sent yet.`}
          </Text>
          <Inline>
            {/* With the focus, the page opens here, however long what follows is. */}
            <Button spacing="compact" autoFocus isDisabled={isBusy || needsFile} onClick={onCheck}>
              Check again
            </Button>
          </Inline>
        </Stack>
      </SectionMessage>
      {frame.failure && <FrameFailure failure={frame.failure} />}
      {created && <CreatedMessage job={created} />}
      {summary.missing && <MissingNames missing={summary.missing} isBusy={isBusy || needsFile} onCreate={onCreate} />}
      {!isClean && (
        <ProblemTables
          summary={summary}
          setup={setup}
          isBusy={isBusy}
          onColumns={onColumns}
          cells={frame.cells}
          onCells={onCells}
          onCorrected={onCorrected}
          onJoin={onJoining}
          onNewOptions={onNewOptions}
          onDownload={onDownload}
        />
      )}
      <Remedies columns={setup.columns} onColumns={onColumns} />
      {setup.joinsRows !== undefined && !frame.isRechecking && (
        <JoinedRows joined={summary.joined ?? 0} joining={setup.joinsRows} onUndo={() => onJoining(undefined)} />
      )}
      <CorrectedCells cells={corrected} onCorrected={onCorrected} />
      {summary.cleaned && <Cleaned cleaned={summary.cleaned} choices={setup.cleaning ?? []} onCleaning={onCleaning} />}
      {summary.ids && <IdNamesSection columns={summary.ids} hasUncompared={summary.hasUncompared === true} />}
      {going}
      <CompareSection
        setup={setup}
        summary={summary}
        comparison={frame.comparison}
        isBusy={isBusy || needsFile}
        onCompare={onCompare}
      />
      {!isClean && !isHopeless && <Choice summary={summary} choice={choice} onChoice={onChoice} />}
      <Inline alignInline="end">
        <ButtonGroup label="Steps">
          <Button appearance="subtle" onClick={onBack}>
            Back
          </Button>
          {needsFile || isHopeless || choice === 'fix first' ? (
            <Button appearance="primary" onClick={onFix}>
              {needsFile ? CHOOSE_AGAIN : 'Choose a corrected file'}
            </Button>
          ) : (
            <Button
              appearance="primary"
              isDisabled={frame.isRechecking || (!isClean && choice === null)}
              onClick={onNext}
            >
              Continue to start
            </Button>
          )}
        </ButtonGroup>
      </Inline>
    </Stack>
  );
}

function Creating({ isSlowed, onStop }: { isSlowed: boolean; onStop: () => void }) {
  const words = 'Creating what your site doesn’t have. Then the file is checked again';
  return (
    <Stack space="space.150">
      <Announcement text={words} />
      <Inline spread="space-between" alignBlock="center" space="space.200" shouldWrap>
        <Inline space="space.100" alignBlock="center">
          <Spinner size="small" label="Creating" />
          <Text>{words}</Text>
        </Inline>
        <Button onClick={onStop}>Stop waiting</Button>
      </Inline>
      {isSlowed && <Text>Your site is asking to slow down. This continues automatically in a moment.</Text>}
    </Stack>
  );
}

function Choice({ summary, choice, onChoice }: Pick<Props, 'choice' | 'onChoice'> & { summary: CheckSummary }) {
  return (
    <Section title="What to do with rows that have problems">
      <RadioGroup
        name="problem-rows"
        {...(choice && { value: choice })}
        options={[
          {
            name: 'problem-rows',
            value: 'leave out',
            label: `Leave them out and import ${countOf(summary.ready, 'row')}`,
          },
          { name: 'problem-rows', value: 'fix first', label: 'Stop and correct the file first' },
        ]}
        onChange={(event) => onChoice(event.target.value === 'fix first' ? 'fix first' : 'leave out')}
      />
    </Section>
  );
}
