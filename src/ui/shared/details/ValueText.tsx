import { Box, Inline, Link, Stack, Text, xcss } from '@forge/react';
import React from 'react';
import type { DetailFieldType } from '../../../contract/fields';
import { isWebAddress, valueWords } from './value-words';

// UI Kit's Tag ends a text that is too long for it, and options that begin alike look the same then.
const option = xcss({
  paddingBlock: 'space.025',
  paddingInline: 'space.050',
  borderWidth: 'border.width',
  borderStyle: 'solid',
  borderColor: 'color.border',
  borderRadius: 'radius.small',
});

/** What a field holds, for reading. */
export function ValueText({ type, values }: { type: DetailFieldType; values: readonly string[] }) {
  const [first] = values;
  if (first === undefined) return <Text color="color.text.subtlest">None</Text>;
  if (type === 'MULTISELECT') {
    return (
      <Inline space="space.050" rowSpace="space.050" shouldWrap>
        {values.map((value) => (
          <Box key={value} xcss={option}>
            <Text size="small">{value}</Text>
          </Box>
        ))}
      </Inline>
    );
  }
  return (
    <Stack>
      {values.map((value) => (
        <Text key={value}>
          {type === 'URL' && isWebAddress(value) ? (
            <Link href={value} openNewTab>
              {value}
            </Link>
          ) : (
            valueWords(type, value)
          )}
        </Text>
      ))}
    </Stack>
  );
}
