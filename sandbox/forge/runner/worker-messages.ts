import type { LogLevel, Outcome, RuntimeDescription } from '../invocation';
import type { ForgeRequest, ForgeResponse } from '../wire';

/** What a worker starts with. */
export interface WorkerSetup {
  /** The files of the back end, each a CommonJS bundle: <file>.cjs. */
  bundleFolder: string;
  /** One number, shared by all workers: how far the sandbox's clock is ahead of the machine's. */
  offsetMs: Float64Array;
}

export type ToWorker =
  | { type: 'run'; runtime: RuntimeDescription; file: string; exportName: string; args: readonly unknown[] }
  | { type: 'response'; id: number; response: ForgeResponse }
  | { type: 'failure'; id: number; message: string };

export type FromWorker =
  | { type: 'call'; invocationId: string; id: number; request: ForgeRequest }
  | { type: 'log'; invocationId: string; level: LogLevel; text: string }
  | { type: 'outcome'; invocationId: string; outcome: Outcome };
