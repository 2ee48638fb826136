import { Button, ButtonGroup, Inline, SectionMessage, Stack, Text } from '@forge/react';
import React from 'react';
import type { FrameState } from '../frame/frame-state';
import { fileLine } from './words';

interface Props {
  frame: FrameState;
  /** The site's fields are there: without them the columns cannot be matched. */
  canGoOn: boolean;
  onReset: () => void;
  onBack: () => void;
  onNext: () => void;
}

/** What stands around the frame while a file is chosen: the frame itself stays mounted above it. */
export function FileStep({ frame, canGoOn, onReset, onBack, onNext }: Props) {
  return (
    <Stack space="space.200">
      {frame.refusal !== null && (
        <SectionMessage appearance="error" title="This file cannot be imported">
          <Text>{frame.refusal}</Text>
        </SectionMessage>
      )}
      {frame.file?.fromConsole === true && (
        <SectionMessage appearance="information" title="A list of failures from the console">
          <Text>
            Its reason columns are left out by themselves, and the marks that protect spreadsheets are undone.
          </Text>
        </SectionMessage>
      )}
      <Inline spread="space-between" alignBlock="center" space="space.200" rowSpace="space.150" shouldWrap>
        <Text color="color.text.subtle">{frame.file ? fileLine(frame.file) : 'No file yet.'}</Text>
        <ButtonGroup label="Steps">
          <Button appearance="subtle" onClick={onBack}>
            Back
          </Button>
          <Button isDisabled={frame.file === null} onClick={onReset}>
            Choose another file
          </Button>
          <Button appearance="primary" isDisabled={frame.file === null || !canGoOn} onClick={onNext}>
            Continue to the columns
          </Button>
        </ButtonGroup>
      </Inline>
    </Stack>
  );
}
