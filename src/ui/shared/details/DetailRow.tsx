import { Box, Button, Icon, Inline, Label, Pressable, Text, xcss } from '@forge/react';
import React, { useState } from 'react';
import type { DetailValue } from '../../../contract/details';
import { DetailForm, type SaveValues } from './DetailForm';
import { ValueText } from './ValueText';

interface Props {
  /** Of the control of its editor: one page can hold the same field of several entities. */
  id: string;
  detail: DetailValue;
  onSave: SaveValues;
  isReadOnly: boolean;
}

const nameColumn = xcss({ width: '35%', maxWidth: '220px', minWidth: '96px', paddingBlock: 'space.050' });
const valueColumn = xcss({ width: '65%', flexGrow: 1, paddingBlock: 'space.050' });
const pencil = xcss({
  padding: 'space.050',
  backgroundColor: 'color.background.neutral.subtle',
  borderRadius: 'radius.small',
});

/** One field with what it holds, or with its editor. */
export function DetailRow({ id, detail, onSave, isReadOnly }: Props) {
  const [saved, setSaved] = useState<{ over: DetailValue; values: readonly string[] } | null>(null);
  const [mode, setMode] = useState<'reading' | 'editing' | 'edited'>('reading');
  // What was saved here holds until the page loads the entity again.
  const values = saved?.over === detail ? saved.values : detail.values;
  const current = { ...detail, values: [...values] };
  return (
    <Inline space="space.150" alignBlock="start">
      <Box xcss={nameColumn}>
        {mode === 'editing' ? (
          <Label labelFor={id}>{detail.name}</Label>
        ) : (
          <Text color="color.text.subtle">{detail.name}</Text>
        )}
      </Box>
      <Box xcss={valueColumn}>
        {mode === 'editing' ? (
          <DetailForm
            id={id}
            detail={current}
            onSave={onSave}
            onDone={(held) => {
              setSaved({ over: detail, values: held });
              setMode('edited');
            }}
          />
        ) : (
          <ValueText type={detail.type} values={values} />
        )}
      </Box>
      {mode !== 'editing' && !isReadOnly && (
        <EditControl name={detail.name} isFocused={mode === 'edited'} onEdit={() => setMode('editing')} />
      )}
    </Inline>
  );
}

/** Opens the editor. After the editor has closed it takes the focus, which of the two only a Button can. */
function EditControl({ name, isFocused, onEdit }: { name: string; isFocused: boolean; onEdit: () => void }) {
  const words = `Edit ${name}`;
  if (isFocused) {
    return (
      <Button autoFocus appearance="subtle" spacing="compact" iconBefore="edit" onClick={onEdit}>
        {words}
      </Button>
    );
  }
  return (
    <Pressable xcss={pencil} onClick={onEdit}>
      <Icon glyph="edit" label={words} />
    </Pressable>
  );
}
