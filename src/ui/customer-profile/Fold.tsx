import { Box, Icon, Inline, Pressable, Stack, Text, xcss } from '@forge/react';
import React, { useState } from 'react';

interface FoldProps {
  title: string;
  /** Beside the title or under it, whether the fold is open or not; a part of the name of what is pressed. */
  aside?: React.ReactNode;
  children: React.ReactNode;
}

const head = xcss({
  padding: 'space.025',
  backgroundColor: 'color.background.neutral.subtle',
  borderRadius: 'radius.small',
  textAlign: 'start',
});
const inset = xcss({ paddingInlineStart: 'space.250' });

/**
 * Content that shows once its title is pressed. What pressing it does is a part of its name: UI Kit gives a Pressable no
 * state that a screen reader could tell.
 */
export function Fold({ title, aside, children }: FoldProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <Stack space="space.050">
      <Pressable xcss={head} onClick={() => setOpen((now) => !now)}>
        <Inline space="space.050" alignBlock="baseline">
          <Icon
            glyph={isOpen ? 'chevron-down' : 'chevron-right'}
            label={isOpen ? 'Hide the details of' : 'Show the details of'}
            size="small"
            color="color.icon.subtle"
          />
          <Inline space="space.100" alignBlock="center" shouldWrap rowSpace="space.0">
            <Text weight="medium">{title}</Text>
            {aside}
          </Inline>
        </Inline>
      </Pressable>
      {isOpen && <Box xcss={inset}>{children}</Box>}
    </Stack>
  );
}
