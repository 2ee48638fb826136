import { Box, Stack, xcss } from '@forge/react';
import React from 'react';

const bar = xcss({ backgroundColor: 'color.background.neutral', borderRadius: 'radius.small', height: '20px' });
const widths = ['92%', '78%', '85%', '64%', '88%', '71%', '80%', '58%'] as const;
const styles = widths.map((width) => xcss({ width, maxWidth: '720px' }));

/** Grey bars in the shape of the content that is on its way. */
export function Skeleton({ lines, label = 'Loading' }: { lines: number; label?: string }) {
  return (
    <Stack space="space.200" testId="skeleton">
      <Announcement text={label} />
      {Array.from({ length: lines }, (_, line) => (
        <Box key={line} xcss={styles[line % styles.length] ?? bar}>
          <Box xcss={bar}> </Box>
        </Box>
      ))}
    </Stack>
  );
}

const unseen = xcss({ height: '1px', width: '1px', overflow: 'hidden' });

/** Words for screen readers only, spoken when they change. */
export function Announcement({ text }: { text: string }) {
  return (
    <Box role="status" xcss={unseen}>
      {text}
    </Box>
  );
}
