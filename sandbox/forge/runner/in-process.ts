import type { Clock } from '../../clock';
import type { Job, Run, Runner } from '../invocation';
import { type Handlers, callHandler } from './handler';
import { runInScope } from './runtime-globals';

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
