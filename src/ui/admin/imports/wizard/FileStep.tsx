import { Button, ButtonGroup, Inline, SectionMessage, Stack, Text } from '@forge/react';
import React, { useState } from 'react';
import type { FrameState } from '../frame/frame-state';

interface Props {
  frame: FrameState;
  /** What the columns step needs of the site is there. */
  canGoOn: boolean;
  onTemplate: () => void;
  onBack: () => void;
  onNext: () => void;
}

/** What stands under the frame while a file is chosen. The frame shows the file, and why one is refused. */
export function FileStep({ frame, canGoOn, onTemplate, onBack, onNext }: Props) {
  // Once it's there, the frame has the focus.
  const [hadFile] = useState(frame.file !== null);
  return (
    <Stack space="space.200">
      {frame.file?.fromConsole === true && (
        <SectionMessage appearance="information" title="This is a list of unsuccessful rows from the console">
          <Text>
            Its reason columns are left out automatically, and the marks that protect spreadsheets are removed.
          </Text>
        </SectionMessage>
      )}
      {frame.file === null && (
        <Inline alignBlock="center" space="space.150" rowSpace="space.050" shouldWrap>
          <Button autoFocus isDisabled={!canGoOn} onClick={onTemplate}>
            Download template
          </Button>
          <Text color="color.text.subtle">A CSV with your site’s fields and one example row.</Text>
        </Inline>
      )}
      <Inline spread="space-between" alignBlock="center" space="space.200" rowSpace="space.150" shouldWrap>
        <Text color="color.text.subtle">{whatIsMissing(frame, canGoOn)}</Text>
        <ButtonGroup label="Steps">
          <Button appearance="subtle" onClick={onBack}>
            Back
          </Button>
          <Button
            appearance="primary"
            autoFocus={hadFile}
            isDisabled={frame.file === null || !canGoOn}
            onClick={onNext}
          >
            Continue to the columns
          </Button>
        </ButtonGroup>
      </Inline>
    </Stack>
  );
}

function whatIsMissing({ file }: FrameState, canGoOn: boolean): string {
  if (file === null) return 'No file chosen yet.';
  return canGoOn ? '' : 'Waiting for your site’s fields and settings.';
}
