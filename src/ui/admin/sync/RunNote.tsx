import { Button, Inline, Stack, Text } from '@forge/react';
import React, { useState } from 'react';

/** What a row of the table of runs shows of a note: some six lines of its column. */
const MOST_CHARS = 140;
const SHOWN_CHARS = 100;

/** What else is to be known of a run: only its beginning, where all of it would tower over the other runs. */
export function RunNote({ words }: { words: string }) {
  const [isOpen, setOpen] = useState(false);
  if (words.length <= MOST_CHARS) return <Text>{words}</Text>;
  const beginning = words.slice(0, words.lastIndexOf(' ', SHOWN_CHARS));
  return (
    <Stack space="space.050">
      <Text>{isOpen ? words : `${beginning} …`}</Text>
      <Inline>
        <Button spacing="compact" onClick={() => setOpen(!isOpen)}>
          {isOpen ? 'Show less' : 'Show all'}
        </Button>
      </Inline>
    </Stack>
  );
}
