import { Box, Frame, xcss } from '@forge/react';
import React from 'react';

const shown = xcss({ display: 'block', width: '100%' });
const hidden = xcss({ display: 'none' });

/**
 * The file frame. It keeps the file in its own memory, so a page mounts it once, at one place of its tree, and hides it
 * where it has nothing to show. Hidden, it is out of reach of the keyboard and goes on working.
 */
export function FileFrameBox({ isShown }: { isShown: boolean }) {
  return (
    <Box xcss={isShown ? shown : hidden}>
      <Frame resource="file-frame" />
    </Box>
  );
}
