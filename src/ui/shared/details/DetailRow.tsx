import { Box, Button, Label, Stack, Text, xcss } from '@forge/react';
import React, { useState } from 'react';
import type { DetailValue } from '../../../contract/details';
import { breakable } from '../format';
import { DetailForm, type SaveValues } from './DetailForm';
import { DetailLine } from './DetailLine';

interface Props {
  /** Of the control of its editor: one page can hold the same field of several entities. */
  id: string;
  detail: DetailValue;
  onSave: SaveValues;
  /** See `DetailForm`. */
  onHeld: (values: readonly string[]) => void;
  isReadOnly: boolean;
}

const editor = xcss({ paddingBlock: 'space.100' });
// As high as one line of a value with what is around it, and as wide as the icon with what is around that: the words of
// the button find no room, and are there for screen readers alone.
const pencil = xcss({ width: '28px', minWidth: '28px', paddingBlock: 'space.025' });

/** One field with what it holds, or with its editor. */
export function DetailRow({ id, detail, onSave, onHeld, isReadOnly }: Props) {
  const [saved, setSaved] = useState<{ over: DetailValue; values: readonly string[] } | null>(null);
  const [mode, setMode] = useState<'reading' | 'editing' | 'edited'>('reading');
  /** Why the site keeps the field from this person, of which it says nothing before somebody tries. */
  const [refusal, setRefusal] = useState<string | null>(null);
  // What was saved here holds until the page loads the entity again.
  const values = saved?.over === detail ? saved.values : detail.values;
  const current = { ...detail, values: [...values] };
  if (mode === 'editing') {
    return (
      <Box xcss={editor}>
        <Label labelFor={id}>{breakable(detail.name)}</Label>
        <DetailForm
          id={id}
          detail={current}
          onSave={onSave}
          onHeld={(held) => {
            setSaved({ over: detail, values: held });
            setRefusal(null);
            setMode('edited');
            onHeld(held);
          }}
          onGiveUp={() => setMode('edited')}
          onClosed={setRefusal}
        />
      </Box>
    );
  }
  return (
    <Stack>
      <DetailLine name={detail.name} type={detail.type} values={values}>
        {!isReadOnly && refusal === null && (
          <Box xcss={pencil}>
            {/* Of what can look like a pencil, only a Button can take the focus: as it appears, once the editor has closed. */}
            <Button
              autoFocus={mode === 'edited'}
              appearance="subtle"
              spacing="compact"
              iconBefore="edit"
              onClick={() => setMode('editing')}
            >
              {`Edit ${detail.name}`}
            </Button>
          </Box>
        )}
      </DetailLine>
      {refusal !== null && (
        <Text size="small" color="color.text.subtle">
          {refusal}
        </Text>
      )}
    </Stack>
  );
}
