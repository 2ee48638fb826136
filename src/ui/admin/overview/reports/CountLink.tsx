import { Text } from '@forge/react';
import React from 'react';
import { formatCount } from '../../../shared/format';
import { TextLink } from '../../../shared/TextLink';

/** A number that leads to the list of what it counts; none of something has no list. */
export function CountLink({ count, to }: { count: number; to: readonly string[] }) {
  return count === 0 ? <Text>0</Text> : <TextLink to={to}>{formatCount(count)}</TextLink>;
}
