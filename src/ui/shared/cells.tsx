import { Box, Inline, Text } from '@forge/react';
import React from 'react';
import { TextLink } from './TextLink';

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

/** After which a cell of words that somebody else wrote ends. They break anywhere. */
const MAX_LINES = 3;

export const textCell = (text: string) => (
  <Box>
    <Text maxLines={MAX_LINES}>{text}</Text>
  </Box>
);

/** A name that leads to what it names. */
export const linkCell = (name: string, to: readonly string[]) => (
  // In a Box, a link that ends after some lines would stand higher than the texts beside it.
  <Inline>
    <TextLink to={to} maxLines={MAX_LINES}>
      {name}
    </TextLink>
  </Inline>
);
