import type { Outcome } from './invocation';
import type { KvsStats } from './kvs/meter';

export interface FunctionStats {
  invocations: number;
  outcomes: Record<Outcome['kind'], number>;
  /** Run time in all, in milliseconds of the sandbox's clock. */
  runMs: number;
}

/** What an installation has used since it was made. */
export interface PlatformStats {
  functions: Record<string, FunctionStats>;
  /** What functions are billed by: memory in GB × run time in seconds. */
  gbSeconds: number;
  apiRequests: number;
  pushes: number;
  pushedEvents: number;
  deliveries: number;
  redeliveries: number;
  scheduledRuns: number;
  webTriggerCalls: number;
  kvs: KvsStats;
}

export function emptyStats(): Omit<PlatformStats, 'kvs'> {
  return {
    functions: {},
    gbSeconds: 0,
    apiRequests: 0,
    pushes: 0,
    pushedEvents: 0,
    deliveries: 0,
    redeliveries: 0,
    scheduledRuns: 0,
    webTriggerCalls: 0,
  };
}

export function countRun(
  stats: Omit<PlatformStats, 'kvs'>,
  run: { functionKey: string; outcome: Outcome; runMs: number; memoryMB: number },
): void {
  const known = (stats.functions[run.functionKey] ??= {
    invocations: 0,
    outcomes: { returned: 0, threw: 0, 'timed-out': 0, 'out-of-memory': 0, killed: 0 },
    runMs: 0,
  });
  known.invocations += 1;
  known.outcomes[run.outcome.kind] += 1;
  known.runMs += run.runMs;
  stats.gbSeconds += (run.memoryMB / 1024) * (run.runMs / 1000);
}
