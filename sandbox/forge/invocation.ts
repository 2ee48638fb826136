import type { AppFunction } from '../manifest';
import type { ForgeRequest, ForgeResponse } from './wire';

/** Counts the pushes that descend from one first invocation; all its descendants share it. */
export interface Chain {
  pushes: number;
}

/** One run of a function of the app. */
export interface Invocation {
  id: string;
  function: AppFunction;
  moduleType: string;
  moduleKey: string;
  /** The user whose session it is; null in a consumer or a schedule. */
  accountId: string | null;
  /** What the handler is called with. */
  args: readonly unknown[];
  chain: Chain;
}

export type Outcome =
  | { kind: 'returned'; value: unknown }
  | { kind: 'threw'; message: string }
  | { kind: 'timed-out' }
  | { kind: 'out-of-memory' }
  | { kind: 'killed' };

/** What an invocation sees of the platform around it: plain data, for it may be sent to a thread. */
export interface RuntimeDescription {
  contextAri: string;
  aaid: string | null;
  deadline: number;
  appContext: {
    appId: string;
    appVersion: string;
    environmentId: string;
    environmentType: 'DEVELOPMENT';
    invocationId: string;
    installationId: string;
    functionKey: string;
    moduleType: string;
    moduleKey: string;
    permissions: { scopes: string[]; external: Record<string, never> };
  };
}

export type LogLevel = 'debug' | 'info' | 'log' | 'warn' | 'error';

/** An invocation handed to a runner. */
export interface Job {
  invocation: Invocation;
  runtime: RuntimeDescription;
  /** Serves a platform call; never settles once the invocation is over. Rejects when the network fails. */
  call: (request: ForgeRequest) => Promise<ForgeResponse>;
  log: (level: LogLevel, text: string) => void;
}

export interface Run {
  /** How the handler ended by itself. Never settles for a run that was stopped. */
  outcome: Promise<Outcome>;
  /** Ends the run where it stands. */
  stop(): void;
}

export interface Runner {
  start(job: Job): Run;
  close(): Promise<void>;
}
