import { Text, Tooltip } from '@forge/react';
import React from 'react';
import { formatExact, formatRelative } from './format';

/** A time relative to now, with the exact one in a tooltip. Both in milliseconds since 1970. */
export function Moment({ time, now }: { time: number; now: number }) {
  return (
    <Tooltip content={formatExact(time)}>
      <Text>{formatRelative(time, now)}</Text>
    </Tooltip>
  );
}
