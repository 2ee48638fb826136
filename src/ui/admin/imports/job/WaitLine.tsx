import { Icon, Inline, Text, Tooltip } from '@forge/react';
import React from 'react';
import type { Wait } from '../../../../contract/jobs';
import { formatExact, formatRelative } from '../../../shared/format';
import { nextWords, waitWords } from './job-words';
import { useNow } from '../../../shared/use-now';

/** Why the job sends nothing just now, and until when if that is known. */
export function WaitLine({ waiting }: { waiting: Wait }) {
  const now = useNow();
  return (
    <Inline space="space.100" alignBlock="start">
      <Icon glyph="stopwatch" label="Waiting" size="small" />
      <Inline space="space.100" shouldWrap>
        <Text>{waitWords(waiting)}</Text>
        {waiting.until !== null && waiting.until > now && (
          <Tooltip content={formatExact(waiting.until)}>
            <Text color="color.text.subtle">{`${nextWords(waiting)} ${formatRelative(waiting.until, now)}`}</Text>
          </Tooltip>
        )}
      </Inline>
    </Inline>
  );
}
