import { Box, Label, Stack, Textfield, xcss } from '@forge/react';
import React, { useId } from 'react';

const width = xcss({ width: '640px', maxWidth: '100%' });

/**
 * A text that people take with them. It stands in a field, where the keyboard reaches and selects it whole: UI Kit has
 * no control that copies, and the hidden frame of an app may not write to the clipboard.
 */
export function CopyField({ label, text }: { label: string; text: string }) {
  const id = useId();
  return (
    <Box xcss={width}>
      <Stack>
        <Label labelFor={id}>{label}</Label>
        <Textfield id={id} value={text} isReadOnly isMonospaced isCompact />
      </Stack>
    </Box>
  );
}
