import { Box, Text } from '@forge/react';
import React from 'react';

/** The head of a column of numbers, in the look of the other heads. */
export const numberHead = (words: string) => (
  <Text align="end" size="small" weight="bold" color="color.text.subtle">
    {words}
  </Text>
);

/** A cell of a column of numbers. */
export const numberCell = (text: string) => (
  <Box>
    <Text align="end">{text}</Text>
  </Box>
);

/** A cell of words that somebody else wrote: breaks anywhere, and ends after three lines. */
export const textCell = (text: string) => (
  <Box>
    <Text maxLines={3}>{text}</Text>
  </Box>
);
