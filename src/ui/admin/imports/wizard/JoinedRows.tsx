import { Button, Stack, Text } from '@forge/react';
import React from 'react';
import type { Joining } from '../../../../contract/imports';
import { countOf } from '../../../shared/format';
import { Section } from '../../../shared/Section';
import { Announcement } from '../../../shared/Skeleton';
import { joinedWords } from './words';

interface Props {
  joined: number;
  joining: Joining;
  onUndo: () => void;
}

/** How many rows are imported with an earlier one, and the way back. */
export function JoinedRows({ joined, joining, onUndo }: Props) {
  const title = `${countOf(joined, 'row')} joined with earlier rows`;
  return (
    <Section
      title={title}
      actions={
        <Button spacing="compact" onClick={onUndo}>
          Undo
        </Button>
      }
    >
      <Stack space="space.100">
        <Announcement text={title} />
        <Text color="color.text.subtle">
          {joined === 0 ? 'Every row about the same as an earlier one contradicts it.' : joinedWords(joined, joining)}
        </Text>
      </Stack>
    </Section>
  );
}
