import type { Clock } from '../../clock';
import type { Job, Outcome, Run, Runner } from '../invocation';
import { runInScope } from './runtime-globals';

/** The exports of the app's back end. */
export type Handlers = Readonly<Record<string, unknown>>;

/**
 * Calls the handlers of a loaded module in this thread. A stopped run is abandoned: its calls never come back and no
 * new ones are served, so nothing it does later can be seen. A handler that computes without pause cannot be stopped.
 */
export class InProcessRunner implements Runner {
  constructor(
    private readonly handlers: Handlers,
    private readonly clock: Pick<Clock, 'now'>,
  ) {}

  start(job: Job): Run {
    const { invocation, runtime, call } = job;
    const scope = { runtime, now: () => this.clock.now(), call };
    return {
      outcome: runInScope(scope, () => callHandler(this.handlers, invocation.function.exportName, invocation.args)),
      stop: () => undefined,
    };
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}

/** Arguments and result cross as JSON, as they do between Forge and its functions. */
async function callHandler(handlers: Handlers, name: string, args: readonly unknown[]): Promise<Outcome> {
  const handler = handlers[name];
  if (typeof handler !== 'function') return { kind: 'threw', message: `The back end has no export '${name}'.` };
  try {
    const copies = args.map(viaJson);
    const value: unknown = await Reflect.apply(handler, undefined, copies);
    return { kind: 'returned', value: viaJson(value) };
  } catch (error) {
    return { kind: 'threw', message: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

function viaJson(value: unknown): unknown {
  if (value === undefined) return undefined;
  const copy: unknown = JSON.parse(JSON.stringify(value));
  return copy;
}
