import { Box, Inline, Link, Stack, Text, xcss } from '@forge/react';
import React from 'react';
import type { DetailFieldType } from '../../../contract/fields';
import { isWebAddress, lineBreak, valueWords } from './value-words';

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
      {values.flatMap((value) =>
        linesOf(value).map((line, at) => (
          <Text key={`${at} ${value}`}>
            {type === 'URL' && isWebAddress(line) ? (
              <Link href={line} openNewTab>
                {line}
              </Link>
            ) : (
              valueWords(type, line)
            )}
          </Text>
        )),
      )}
    </Stack>
  );
}

// A text without any character has no height.
const EMPTY_LINE = '\u00A0';

/** UI Kit shows a line break as a blank. */
const linesOf = (value: string): string[] => value.split(lineBreak).map((line) => (line === '' ? EMPTY_LINE : line));
