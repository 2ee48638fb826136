import { Box, Inline, Text, xcss } from '@forge/react';
import React from 'react';
import type { DetailFieldType } from '../../../contract/fields';
import { ValueText } from './ValueText';

interface Props {
  name: string;
  type: DetailFieldType;
  values: readonly string[];
  /** What can be done with it, at its right. */
  children?: React.ReactNode;
}

// Wide enough for usual words in the narrowest column that an issue has.
const nameColumn = xcss({ width: '35%', minWidth: '104px', paddingBlock: 'space.050' });
// Narrower than a long word in it, so that what stands at its right keeps its place.
const valueColumn = xcss({ width: '65%', minWidth: '0px', flexGrow: 1, paddingBlock: 'space.050' });

/** One field with what it holds, for reading. */
export function DetailLine({ name, type, values, children }: Props) {
  return (
    <Inline space="space.100" alignBlock="start">
      <Box xcss={nameColumn}>
        <Text color="color.text.subtle">{name}</Text>
      </Box>
      <Box xcss={valueColumn}>
        <ValueText type={type} values={values} />
      </Box>
      {children}
    </Inline>
  );
}
