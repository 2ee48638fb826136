import { Text } from '@forge/react';
import React from 'react';
import { isolated } from '../../domain/isolated';

/** Says of fields that should show why they do not, as far as it can be known: the site leaves out what is closed to a person. */
export function AbsentFields({ names }: { names: readonly string[] }) {
  if (names.length === 0) return null;
  return (
    <Text size="small" color="color.text.subtle">
      {`Not visible to you, or no longer a field on your site: ${names.map(isolated).join(', ')}.`}
    </Text>
  );
}
