import React from 'react';
import * as v from 'valibot';
import { callServer } from '../api';

const stateSchema = v.object({
  now: v.number(),
  running: v.array(v.object({ functionKey: v.string() })),
  pendingEvents: v.number(),
  schedules: v.array(v.string()),
  faults: v.object({ latencyMs: v.number(), failRate: v.number(), down: v.boolean() }),
  settings: v.object({ taskMsPerRow: v.number(), taskSlots: v.number() }),
});

export type SandboxState = v.InferOutput<typeof stateSchema>;
export type Act = (run: () => Promise<unknown>) => void;

const REFRESH_MS = 2_000;

/** Asks `load` again and again while mounted. `refresh` asks at once. */
export function usePolled<T>(load: () => Promise<T>): { value: T | null; error: string | null; refresh: () => void } {
  const [value, setValue] = React.useState<T | null>(null);
  const [error, setError] = React.useState<string | null>(null);
  const [asked, ask] = React.useState(0);
  React.useEffect(() => {
    let mounted = true;
    const once = () => {
      load().then(
        (next) => {
          if (!mounted) return;
          setValue(next);
          setError(null);
        },
        (reason: unknown) => mounted && setError(reason instanceof Error ? reason.message : String(reason)),
      );
    };
    once();
    const timer = setInterval(once, REFRESH_MS);
    return () => {
      mounted = false;
      clearInterval(timer);
    };
  }, [load, asked]);
  const refresh = React.useCallback(() => ask((count) => count + 1), []);
  return { value, error, refresh };
}

const loadState = async (): Promise<SandboxState> => v.parse(stateSchema, await callServer('state'));

/** The sandbox's state, and how to change it: `act` runs a control and shows what it did or why it was refused. */
export function useSandboxState(): { state: SandboxState | null; error: string | null; act: Act } {
  const { value, error, refresh } = usePolled(loadState);
  const [refused, setRefused] = React.useState<string | null>(null);
  const act: Act = (run) => {
    run().then(
      () => {
        setRefused(null);
        refresh();
      },
      (reason: unknown) => setRefused(reason instanceof Error ? reason.message : String(reason)),
    );
  };
  return { state: value, error: refused ?? error, act };
}
