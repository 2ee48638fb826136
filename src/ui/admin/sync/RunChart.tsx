import { StackBarChart } from '@forge/react';
import React from 'react';
import type { EndedRun } from '../../../contract/syncs';

/** Rows of one bar and one part of it. */
interface Bar {
  run: string;
  what: string;
  rows: number;
}

/** What the last runs have changed, the oldest first; nothing where there are fewer than two. */
export function RunChart({ runs }: { runs: readonly EndedRun[] }) {
  const counted = runs.flatMap(({ no, counts, outcome }) =>
    counts === null || outcome === 'test' || outcome === 'refused' ? [] : [{ no, counts }],
  );
  if (counted.length < 2) return null;
  const bars = counted.reverse().flatMap(({ no, counts }): Bar[] => [
    { run: `Run ${no}`, what: 'New', rows: counts.new },
    { run: `Run ${no}`, what: 'Changed', rows: counts.changed },
    { run: `Run ${no}`, what: 'Failed or left out', rows: counts.failed + counts.leftOut },
  ]);
  return (
    <StackBarChart
      title="Rows of the last runs"
      data={bars}
      xAccessor="run"
      yAccessor="rows"
      colorAccessor="what"
      height={180}
    />
  );
}
