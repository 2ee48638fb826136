import {
  Box,
  Button,
  ButtonGroup,
  Checkbox,
  HelperMessage,
  Inline,
  Label,
  List,
  ListItem,
  RadioGroup,
  SectionMessage,
  Stack,
  Text,
  Textfield,
  xcss,
} from '@forge/react';
import React from 'react';
import type { CheckSummary } from '../../../../contract/file-frame';
import type { Speeds } from '../../../../contract/jobs';
import type { ImportKind, KindOperation, Route } from '../../../../domain/kinds/kind';
import { isUndoable } from '../../../../domain/kinds/undoable';
import { call } from '../../../shared/call';
import { Section } from '../../../shared/Section';
import { useResource } from '../../../shared/use-resource';
import type { FrameState } from '../frame/frame-state';
import { Activity } from '../frame/Activity';
import { FrameFailure } from '../frame/FrameFailure';
import { comparedLines, comparedWithWords, notSentWords } from './comparison';
import { type Sending, routeLabel, timeWords } from './sending';
import { confirmationHint, confirms, needsConfirmation, takesAway, takesForGood } from '../confirmation';
import { useJobsBefore } from './use-jobs-before';
import { relatedLines } from './related-words';
import { CHOOSE_AGAIN, keepingWords, planLines, startWords } from './words';

interface Props {
  frame: FrameState;
  summary: CheckSummary;
  kind: ImportKind;
  operation: KindOperation;
  /** How the rows go, and the ways to choose from. */
  sending: Sending;
  routes: readonly Sending[];
  /** Null until it is known which name is free. */
  name: string | null;
  typed: string;
  /** What was there is kept, where the import can be undone. */
  keepsBefore: boolean;
  /** The job cannot do without it: some column is written only where the record has nothing. */
  mustKeep: boolean;
  onKeepsBefore: (keeps: boolean) => void;
  /** Only what changes something is sent, where the rows were compared. */
  onlyChanges: boolean;
  onOnlyChanges: (only: boolean) => void;
  onRoute: (route: Route) => void;
  onName: (name: string) => void;
  onTyped: (typed: string) => void;
  onStart: () => void;
  onStop: () => void;
  onChooseAgain: () => void;
  onBack: () => void;
}

const field = xcss({ width: '400px', maxWidth: '100%' });

export function StartStep(props: Props) {
  const before = useJobsBefore();
  const { data: speeds } = useResource(loadSpeeds);
  const { frame, summary, kind, operation, sending, name, typed, keepsBefore, onStart, onStop, onChooseAgain, onBack } =
    props;
  if (frame.activity?.doing === 'sending' || frame.jobId !== null) {
    const activity = frame.activity ?? { doing: 'sending' as const, rows: summary.ready, fraction: 1 };
    return (
      <Activity
        activity={activity}
        isSlowed={frame.isSlowed}
        words="Uploading rows. Keep this page open until it’s done"
        onStop={onStop}
      />
    );
  }
  const isConfirmed = !needsConfirmation(kind, operation, summary.ready) || confirms(typed, summary.ready);
  const isNothing = summary.ready === 0 && otherRows(summary) === 0;
  const canStart = (name ?? '').trim() !== '' && isConfirmed && !isNothing;
  if (isNothing && frame.comparison !== null) return <NothingChanges {...props} />;
  return (
    <Stack space="space.300">
      {frame.failure && <FrameFailure failure={frame.failure} />}
      {takesForGood(kind, operation, keepsBefore) && (
        <SectionMessage appearance="warning" title="You can’t undo this">
          <Text>{kind.words.lasting}</Text>
        </SectionMessage>
      )}
      <Section title="What happens">
        <List type="unordered">
          {planLines(kind, operation, summary, sending, before, keepsBefore).map((line) => (
            <ListItem key={line}>{line}</ListItem>
          ))}
          {speeds !== null && summary.ready > 0 && !hasChoice(props) && (
            <ListItem>{timeWords(sending, speeds)}</ListItem>
          )}
        </List>
      </Section>
      <OtherImports {...props} />
      <OnlyChanges {...props} />
      {hasChoice(props) && <Routes {...props} speeds={speeds} />}
      <Keeping {...props} />
      <Fields {...props} />
      <Inline alignInline="end">
        <ButtonGroup label="Steps">
          <Button appearance="subtle" onClick={onBack}>
            Back
          </Button>
          {frame.failure?.needsFile === true ? (
            <Button appearance="primary" onClick={onChooseAgain}>
              {CHOOSE_AGAIN}
            </Button>
          ) : (
            <Button
              appearance={takesAway(kind, operation) ? 'danger' : 'primary'}
              isDisabled={!canStart}
              onClick={onStart}
            >
              {summary.ready === 0 && !isNothing
                ? 'Start the other imports'
                : startWords(kind, operation, summary.ready)}
            </Button>
          )}
        </ButtonGroup>
      </Inline>
    </Stack>
  );
}

/** Rows of the imports that the file makes beside that of its own rows. */
const otherRows = ({ related }: CheckSummary): number => (related?.organizations ?? 0) + (related?.entitlements ?? 0);

/** Of a file that was compared, and has nothing to send unless a person wants unchanged rows sent, too. */
function NothingChanges(props: Props) {
  const { unchanged, failing, asOf } = props.frame.comparison ?? { unchanged: 0, failing: 0 };
  const there = asOf === undefined ? 'Your site already has' : 'When it was read, your site had';
  return (
    <Stack space="space.300">
      {unchanged > 0 && failing === 0 && (
        <SectionMessage appearance="success" title="Nothing changes">
          <Text>{`${there} what these rows say, so there’s nothing to import.`}</Text>
        </SectionMessage>
      )}
      <OnlyChanges {...props} />
      <Inline alignInline="end">
        <Button appearance="subtle" onClick={props.onBack}>
          Back
        </Button>
      </Inline>
    </Stack>
  );
}

/** The imports that the file makes beside that of its rows. */
function OtherImports({ summary, operation, name, keepsBefore }: Props) {
  const lines = relatedLines(summary.related, name, operation.id, keepsBefore);
  if (lines.length === 0) return null;
  return (
    <Section title="Other imports of this file">
      <Stack space="space.100">
        <Text>
          Each is an entry of its own in the list of imports, with its own results. All of them start together.
        </Text>
        <List type="unordered">
          {lines.map((line) => (
            <ListItem key={line}>{line}</ListItem>
          ))}
        </List>
      </Stack>
    </Section>
  );
}

const loadSpeeds = () => call('jobs.speeds', {});

/** Whether the kind leaves a choice of how the rows go: each way says then how long it takes. */
const hasChoice = ({ routes }: Pick<Props, 'routes'>): boolean => routes.length > 1;

/** The choice of how the rows go. */
function Routes({ summary, sending, routes, speeds, onRoute }: Props & { speeds: Speeds | null }) {
  return (
    <Section title="How the rows are sent">
      <RadioGroup
        name="route"
        value={sending.route}
        options={routes.map((one) => ({
          name: 'route',
          value: one.route,
          label: routeLabel(one, summary.ready, speeds),
        }))}
        onChange={(event) => {
          const chosen = routes.find(({ route }) => route === event.target.value);
          if (chosen) onRoute(chosen.route);
        }}
      />
    </Section>
  );
}

/** What the comparison has found, and the choice to send no more than what changes. */
function OnlyChanges({ frame: { comparison }, kind, onlyChanges, onOnlyChanges }: Props) {
  if (comparison === null) return null;
  const words = notSentWords(comparison);
  return (
    <Section title="Compared with your site">
      <Stack space="space.100">
        <Text>{comparedWithWords(comparison)}</Text>
        <List type="unordered">
          {comparedLines(comparison, kind).map((line) => (
            <ListItem key={line}>{line}</ListItem>
          ))}
        </List>
        {words !== null && (
          <Checkbox label={words} isChecked={onlyChanges} onChange={() => onOnlyChanges(!onlyChanges)} />
        )}
      </Stack>
    </Section>
  );
}

/** The choice to keep what was there, with what it costs. */
function Keeping({ kind, operation, sending, keepsBefore, mustKeep, onKeepsBefore }: Props) {
  if (!isUndoable(kind, operation)) return null;
  return (
    <Stack>
      <Checkbox
        label="Keep what was there, so that this import can be undone"
        isChecked={keepsBefore}
        isDisabled={mustKeep}
        onChange={() => onKeepsBefore(!keepsBefore)}
      />
      <HelperMessage>
        {mustKeep ? 'Needed for the columns that are written only where they’re empty. ' : ''}
        {keepingWords(sending)}
      </HelperMessage>
    </Stack>
  );
}

function Fields({ kind, operation, summary, keepsBefore, name, typed, onName, onTyped }: Props) {
  return (
    <Stack space="space.150">
      <Box xcss={field}>
        <Label labelFor="job-name">Import name</Label>
        <Textfield
          id="job-name"
          autoFocus
          value={name ?? ''}
          maxLength={255}
          isInvalid={name?.trim() === ''}
          onChange={(event) => onName(String(event.target.value ?? ''))}
        />
        <HelperMessage>Shown in the list of imports.</HelperMessage>
      </Box>
      {needsConfirmation(kind, operation, summary.ready) && (
        <Box xcss={field}>
          <Label labelFor="confirm-rows">{`Type ${summary.ready} to confirm`}</Label>
          <Textfield id="confirm-rows" value={typed} onChange={(event) => onTyped(String(event.target.value ?? ''))} />
          <HelperMessage>{confirmationHint(kind, operation, keepsBefore)}</HelperMessage>
        </Box>
      )}
    </Stack>
  );
}
