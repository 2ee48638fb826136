import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { buildSync } from 'esbuild';
import type { SandboxClock } from '../../clock';
import type { Job, Outcome, Run, Runner } from '../invocation';
import type { FromWorker, ToWorker, WorkerSetup } from './worker-messages';

export interface WorkerRunnerOptions {
  clock: SandboxClock;
  /** Where the files of the back end are. One is read when a worker first runs a function of it. */
  bundleFolder: string;
  memoryMB: number;
}

/** Idle workers kept warm; more are started when more invocations run at once. */
const WARM_WORKERS = 4;

/** Runs the app's bundle in worker threads, one invocation at a time in each, and ends them for real. */
export class WorkerRunner implements Runner {
  private readonly offsetMs = new Float64Array(new SharedArrayBuffer(Float64Array.BYTES_PER_ELEMENT));
  private readonly source = threadSource();
  private readonly idle: Worker[] = [];
  private readonly all = new Set<Worker>();
  private readonly stopFollowing: () => void;

  constructor(private readonly options: WorkerRunnerOptions) {
    const follow = (): void => {
      this.offsetMs[0] = options.clock.offset();
    };
    follow();
    this.stopFollowing = options.clock.onJump(follow);
  }

  start(job: Job): Run {
    const worker = this.idle.pop() ?? this.spawn();
    const { runtime, invocation } = job;
    const outcome = this.follow(worker, job);
    const { file, exportName } = invocation.function;
    post(worker, { type: 'run', runtime, file, exportName, args: invocation.args });
    return { outcome, stop: () => void this.discard(worker) };
  }

  /** Ends the warm workers, so that the next invocation loads the bundle anew. */
  async reload(): Promise<void> {
    await Promise.all(this.idle.splice(0).map((worker) => this.discard(worker)));
  }

  async close(): Promise<void> {
    this.stopFollowing();
    this.idle.length = 0;
    await Promise.all([...this.all].map((worker) => this.discard(worker)));
  }

  private follow(worker: Worker, job: Job): Promise<Outcome> {
    return new Promise((resolve) => {
      const finish = (outcome: Outcome, reusable: boolean): void => {
        worker.off('message', onMessage).off('error', onError).off('exit', onExit);
        if (reusable && this.idle.length < WARM_WORKERS && this.all.has(worker)) this.idle.push(worker);
        else void this.discard(worker);
        resolve(outcome);
      };
      const onMessage = (message: FromWorker): void => {
        if (message.invocationId !== job.invocation.id) return;
        if (message.type === 'log') job.log(message.level, message.text);
        else if (message.type === 'call') void answer(worker, job, message);
        else finish(message.outcome, true);
      };
      const onError = (error: unknown): void => finish(outcomeOf(error), false);
      const onExit = (): void => finish({ kind: 'threw', message: 'The function ended its process.' }, false);
      worker.on('message', onMessage).on('error', onError).on('exit', onExit);
    });
  }

  private spawn(): Worker {
    const workerData: WorkerSetup = { bundleFolder: this.options.bundleFolder, offsetMs: this.offsetMs };
    const worker = new Worker(this.source, {
      eval: true,
      env: {},
      execArgv: [],
      workerData,
      resourceLimits: { maxOldGenerationSizeMb: this.options.memoryMB },
    });
    this.all.add(worker);
    // A worker can die while it is idle as well; without a listener that would end the sandbox.
    worker.on('error', () => this.all.delete(worker));
    worker.unref();
    return worker;
  }

  private async discard(worker: Worker): Promise<void> {
    this.all.delete(worker);
    const at = this.idle.indexOf(worker);
    if (at >= 0) this.idle.splice(at, 1);
    await worker.terminate();
  }
}

async function answer(worker: Worker, job: Job, call: Extract<FromWorker, { type: 'call' }>): Promise<void> {
  try {
    post(worker, { type: 'response', id: call.id, response: await job.call(call.request) });
  } catch (error) {
    post(worker, { type: 'failure', id: call.id, message: error instanceof Error ? error.message : String(error) });
  }
}

function post(worker: Worker, message: ToWorker): void {
  worker.postMessage(message);
}

function outcomeOf(error: unknown): Outcome {
  if (typeof error === 'object' && error !== null && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY') {
    return { kind: 'out-of-memory' };
  }
  return { kind: 'threw', message: error instanceof Error ? (error.stack ?? error.message) : String(error) };
}

let builtSource: string | undefined;

/** Built once in a process: the sources of the sandbox do not change while it runs. */
const threadSource = (): string => (builtSource ??= buildThreadSource());

/** Workers do not inherit whatever compiles TypeScript here, so their own code is made plain first. */
function buildThreadSource(): string {
  const result = buildSync({
    entryPoints: [join(__dirname, 'worker-thread.ts')],
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    write: false,
  });
  const [file] = result.outputFiles;
  if (!file) throw new Error('The code of the worker thread was not built.');
  return file.text;
}
