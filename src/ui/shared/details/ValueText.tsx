import { Link, Stack, Tag, TagGroup, Text } from '@forge/react';
import React from 'react';
import type { DetailFieldType } from '../../../contract/fields';
import { isWebAddress, valueWords } from './value-words';

/** What a field holds, for reading. */
export function ValueText({ type, values }: { type: DetailFieldType; values: readonly string[] }) {
  const [first] = values;
  if (first === undefined) return <Text color="color.text.subtlest">None</Text>;
  if (type === 'MULTISELECT') {
    return (
      <TagGroup>
        {values.map((value) => (
          <Tag key={value} text={value} />
        ))}
      </TagGroup>
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
