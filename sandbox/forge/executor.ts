import type { Clock } from '../clock';
import type { Invocation, Job, LogLevel, Outcome, Run, Runner, RuntimeDescription } from './invocation';
import type { ForgeRequest, ForgeResponse } from './wire';

/** A platform call, as a crash plan sees it. */
export interface CallSite {
  invocation: Invocation;
  /** The how manieth call of its invocation this is, from 1. */
  n: number;
  request: ForgeRequest;
}

/** Kills invocations around their calls: before a call was applied, or after it was, with its answer lost. */
export interface CrashPlan {
  beforeCall?(site: CallSite): boolean;
  afterCall?(site: CallSite): boolean;
}

export interface ExecutorOptions {
  clock: Clock;
  runner: Runner;
  crashes: CrashPlan;
  describe: (invocation: Invocation, deadline: number) => RuntimeDescription;
  serve: (request: ForgeRequest, invocation: Invocation) => Promise<ForgeResponse>;
  log: (invocation: Invocation, level: LogLevel, text: string) => void;
  onEnd: (invocation: Invocation, outcome: Outcome, runMs: number) => void;
}

type Stop = (outcome: Outcome) => void;

const never = <T>(): Promise<T> => new Promise<T>(() => undefined);

/** Runs functions within their time limit and cuts off whoever is over. */
export class Executor {
  private readonly running = new Map<Invocation, Stop>();

  constructor(private readonly options: ExecutorOptions) {}

  /** Never rejects: whatever happens to the function is an outcome. */
  run(invocation: Invocation): Promise<Outcome> {
    const { clock, onEnd } = this.options;
    const started = clock.now();
    const deadline = started + invocation.function.timeoutMs;
    return new Promise((resolve) => {
      // A crash plan may end the run before its start returns.
      let run: Run | undefined = undefined;
      const end = (outcome: Outcome): void => {
        if (!this.running.delete(invocation)) return;
        cancelTimeout();
        onEnd(invocation, outcome, clock.now() - started);
        resolve(outcome);
      };
      const stop: Stop = (outcome) => {
        run?.stop();
        end(outcome);
      };
      this.running.set(invocation, stop);
      const cancelTimeout = clock.setTimer(deadline - started, () => stop({ kind: 'timed-out' }));
      run = this.options.runner.start(this.job(invocation, deadline));
      void run.outcome.then(end);
    });
  }

  /** Kills what is running, or one function of it, as the loss of its process would. Returns how many. */
  kill(functionKey?: string): number {
    const chosen = [...this.running].filter(([each]) => functionKey === undefined || each.function.key === functionKey);
    for (const [, stop] of chosen) stop({ kind: 'killed' });
    return chosen.length;
  }

  active(): readonly Invocation[] {
    return [...this.running.keys()];
  }

  private job(invocation: Invocation, deadline: number): Job {
    let calls = 0;
    return {
      invocation,
      runtime: this.options.describe(invocation, deadline),
      log: (level, text) => this.options.log(invocation, level, text),
      call: (request) => this.call({ invocation, n: ++calls, request }),
    };
  }

  private async call(site: CallSite): Promise<ForgeResponse> {
    const { crashes, serve } = this.options;
    const { invocation, request } = site;
    if (!this.running.has(invocation)) return never();
    if (crashes.beforeCall?.(site)) return this.crash(invocation);
    const response = await serve(request, invocation).catch((error: unknown) => {
      if (!this.running.has(invocation)) return never<ForgeResponse>();
      throw error;
    });
    if (!this.running.has(invocation)) return never();
    if (crashes.afterCall?.(site)) return this.crash(invocation);
    return response;
  }

  private crash(invocation: Invocation): Promise<never> {
    this.running.get(invocation)?.({ kind: 'killed' });
    return never();
  }
}
