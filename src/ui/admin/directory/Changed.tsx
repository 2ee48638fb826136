import { Text } from '@forge/react';
import React from 'react';
import { formatCount } from '../../shared/format';

interface Props {
  /** How many are selected, as the server has fixed it. */
  count: number;
  /** How many the list showed as selected. */
  listed: number;
}

/** Where the directory has changed since the list was loaded: says so before anything is confirmed. */
export function Changed({ count, listed }: Props) {
  if (count === listed) return null;
  return (
    <Text weight="semibold">
      {`The directory has changed: the list showed ${formatCount(listed)} selected, now it’s ${formatCount(count)}.`}
    </Text>
  );
}
