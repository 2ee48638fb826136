import { Stack } from '@forge/react';
import React, { useCallback, useContext, useMemo, useState } from 'react';
import type { CallError } from './call-error';
import { Failure } from './Failure';
import { type Outage, type OutageBoard, OutageContext } from './outage';

/**
 * What a page shows. An outage of the site that several places of it meet is told once, above them: each of them says no
 * more than that it is not there.
 */
export function OutageOnce({ children }: { children: React.ReactNode }) {
  const [outages, setOutages] = useState<ReadonlyMap<string, Outage>>(new Map());
  const tell = useCallback((place: string, outage: Outage) => setOutages((now) => new Map(now).set(place, outage)), []);
  const end = useCallback((place: string) => {
    setOutages((now) => (now.has(place) ? new Map([...now].filter(([each]) => each !== place)) : now));
  }, []);
  const toldCode = codeOfSeveral(outages);
  const board = useMemo((): OutageBoard => ({ toldCode, tell, end }), [toldCode, tell, end]);
  const told = [...outages.values()].filter(({ error }) => error.code === toldCode);
  if (useContext(OutageContext) !== null) return <>{children}</>;
  return (
    <Stack space="space.300">
      {told[0] && (
        <Failure
          error={told[0].error}
          onRetry={() => told.forEach(({ retry }) => retry())}
          {...(told.some(({ isRetrying }) => isRetrying === true) && { isRetrying: true })}
        />
      )}
      <OutageContext.Provider value={board}>{children}</OutageContext.Provider>
    </Stack>
  );
}

/** The kind of outage that several places meet; null where there is none. */
function codeOfSeveral(outages: ReadonlyMap<string, Outage>): CallError['code'] | null {
  const codes = [...outages.values()].map(({ error }) => error.code);
  return codes.find((code, at) => codes.indexOf(code) !== at) ?? null;
}
