import {
  Box,
  Button,
  ButtonGroup,
  HelperMessage,
  Inline,
  Label,
  List,
  ListItem,
  Stack,
  Textfield,
  xcss,
} from '@forge/react';
import React from 'react';
import type { CheckSummary } from '../../../../contract/file-frame';
import type { ImportKind, KindOperation } from '../../../../domain/kinds/kind';
import { formatCount } from '../../../shared/format';
import { Section } from '../../../shared/Section';
import type { FrameState } from '../frame/frame-state';
import { Activity } from '../frame/Activity';
import { FrameFailure } from '../frame/FrameFailure';
import { CHOOSE_AGAIN, LARGE_ROWS, confirms, planLines } from './words';

interface Props {
  frame: FrameState;
  summary: CheckSummary;
  kind: ImportKind;
  operation: KindOperation;
  /** Null until it is known which name is free. */
  name: string | null;
  typed: string;
  onName: (name: string) => void;
  onTyped: (typed: string) => void;
  onStart: () => void;
  onStop: () => void;
  onChooseAgain: () => void;
  onBack: () => void;
}

const field = xcss({ width: '400px', maxWidth: '100%' });

export function StartStep(props: Props) {
  const { frame, summary, kind, operation, name, typed, onStart, onStop, onChooseAgain, onBack } = props;
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
  const isLarge = summary.ready > LARGE_ROWS;
  const canStart = (name ?? '').trim() !== '' && (!isLarge || confirms(typed, summary.ready));
  return (
    <Stack space="space.300">
      {frame.failure && <FrameFailure failure={frame.failure} />}
      <Section title="What happens">
        <List type="unordered">
          {planLines(kind, operation, summary).map((line) => (
            <ListItem key={line}>{line}</ListItem>
          ))}
        </List>
      </Section>
      <Fields {...props} isLarge={isLarge} />
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
            <Button appearance="primary" isDisabled={!canStart} onClick={onStart}>
              {`Import ${formatCount(summary.ready)} ${summary.ready === 1 ? kind.words.one : kind.words.many}`}
            </Button>
          )}
        </ButtonGroup>
      </Inline>
    </Stack>
  );
}

function Fields({ kind, summary, name, typed, onName, onTyped, isLarge }: Props & { isLarge: boolean }) {
  return (
    <Stack space="space.150">
      <Box xcss={field}>
        <Label labelFor="job-name">Import name</Label>
        <Textfield
          id="job-name"
          value={name ?? ''}
          maxLength={255}
          isInvalid={name?.trim() === ''}
          onChange={(event) => onName(String(event.target.value ?? ''))}
        />
        <HelperMessage>Shown in the list of imports.</HelperMessage>
      </Box>
      {isLarge && (
        <Box xcss={field}>
          <Label labelFor="confirm-rows">{`Type ${summary.ready} to confirm`}</Label>
          <Textfield id="confirm-rows" value={typed} onChange={(event) => onTyped(String(event.target.value ?? ''))} />
          <HelperMessage>{`To start an import of more than ${formatCount(LARGE_ROWS)} ${kind.words.many}, type how many there are.`}</HelperMessage>
        </Box>
      )}
    </Stack>
  );
}
