import { Box, Inline, Pressable, Text, xcss } from '@forge/react';
import React from 'react';

const bare = xcss({
  padding: 'space.050',
  backgroundColor: 'color.background.neutral.subtle',
  borderRadius: 'radius.small',
});
const unseen = xcss({ height: '1px', width: '1px', overflow: 'hidden' });

interface RowActionProps {
  /** What it does: "Revoke". */
  verb: string;
  /** What it does it to. Unseen, as the row shows it; a screen reader says it after the verb. */
  name: string;
  onClick: () => void;
}

/** The one action of a row that stands among rows with the same action. */
export function RowAction({ verb, name, onClick }: RowActionProps) {
  return (
    <Pressable xcss={bare} onClick={onClick}>
      <Inline>
        <Text color="color.link">{verb}</Text>
        <Box xcss={unseen}>{` ${name}`}</Box>
      </Inline>
    </Pressable>
  );
}
