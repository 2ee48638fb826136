import { Box, Button, Icon, Label, Pressable, Stack, Text, xcss } from '@forge/react';
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

// The row stays as it is while it has the focus: the words of the button end where there is no room for them.
const focusedPencil = xcss({ maxWidth: '92px' });
const editor = xcss({ paddingBlock: 'space.100' });
// As high as one line of a value with what is around it.
const pencil = xcss({
  padding: 'space.075',
  backgroundColor: 'color.background.neutral.subtle',
  borderRadius: 'radius.small',
});

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
          <EditControl
            name={detail.name}
            isFocused={mode === 'edited'}
            onEdit={() => setMode('editing')}
            // It can come late, when the editor is open again.
            onLeave={() => setMode((now) => (now === 'edited' ? 'reading' : now))}
          />
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

interface EditControlProps {
  name: string;
  isFocused: boolean;
  onEdit: () => void;
  onLeave: () => void;
}

/** Opens the editor. After the editor has closed it takes the focus, which of the two only a Button can. */
function EditControl({ name, isFocused, onEdit, onLeave }: EditControlProps) {
  const words = `Edit ${name}`;
  if (isFocused) {
    return (
      <Box xcss={focusedPencil}>
        <Button autoFocus appearance="subtle" spacing="compact" iconBefore="edit" onClick={onEdit} onBlur={onLeave}>
          {words}
        </Button>
      </Box>
    );
  }
  return (
    <Pressable xcss={pencil} onClick={onEdit}>
      <Icon glyph="edit" label={words} color="color.icon.subtle" />
    </Pressable>
  );
}
