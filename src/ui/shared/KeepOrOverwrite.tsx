import { Box, Button, Inline, LoadingButton, SectionMessage, Stack, Text } from '@forge/react';
import React from 'react';

interface Props {
  title: string;
  /** What it is now, and what became of what the person wrote. */
  words: readonly string[];
  isRunning: boolean;
  onKeep: () => void;
  onOverwrite: () => void;
  /** The focus has come to what overwrites. */
  onFocus?: () => void;
  /** It has left it. */
  onBlur?: () => void;
}

/** Something was saved meanwhile, by whomever: the choice between that and what is written here. */
export function KeepOrOverwrite({ title, words, isRunning, onKeep, onOverwrite, ...focus }: Props) {
  return (
    <SectionMessage appearance="warning" title={title}>
      <Stack space="space.150">
        {/* The focus stays where it was: without this, a screen reader would not tell that there is a question. */}
        <Box role="alert">
          <Stack space="space.050">
            {words.map((sentence) => (
              <Text key={sentence}>{sentence}</Text>
            ))}
          </Stack>
        </Box>
        <Inline space="space.100" rowSpace="space.100" shouldWrap>
          <Button isDisabled={isRunning} onClick={onKeep}>
            Keep current
          </Button>
          <LoadingButton appearance="warning" isLoading={isRunning} onClick={onOverwrite} {...focus}>
            Overwrite with mine
          </LoadingButton>
        </Inline>
      </Stack>
    </SectionMessage>
  );
}
