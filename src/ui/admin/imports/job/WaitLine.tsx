import { Icon, Inline, Text, Tooltip } from '@forge/react';
import React from 'react';
import type { Wait } from '../../../../contract/jobs';
import { formatExact } from '../../../shared/format';
import { nextWords, waitWords } from './job-words';
import { useNow } from '../../../shared/use-now';

/** Why the job sends nothing just now, and until when if that is known. */
export function WaitLine({ waiting }: { waiting: Wait }) {
  const next = nextWords(waiting, useNow());
  return (
    <Inline space="space.100" alignBlock="start">
      <Icon glyph="stopwatch" label="Waiting" size="small" />
      <Inline space="space.100" shouldWrap>
        <Text>{waitWords(waiting)}</Text>
        {waiting.until !== null && next !== null && (
          <Tooltip content={formatExact(waiting.until)}>
            <Text color="color.text.subtle">{next}</Text>
          </Tooltip>
        )}
      </Inline>
    </Inline>
  );
}
