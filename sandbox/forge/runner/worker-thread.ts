import { createRequire } from 'node:module';
import { Socket } from 'node:net';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import type { LogLevel } from '../invocation';
import type { ForgeResponse } from '../wire';
import { type Handlers, callHandler } from './handler';
import { runInScope } from './runtime-globals';
import type { FromWorker, ToWorker, WorkerSetup } from './worker-messages';

/** Runs inside a worker thread: loads each file of the back end once, and runs one invocation after the other. */
const port = parentPort;
if (!port) throw new Error('This file runs in a worker thread.');
const { bundleFolder, offsetMs } = workerData as WorkerSetup;

const pending = new Map<number, { resolve: (response: ForgeResponse) => void; reject: (error: Error) => void }>();
let calls = 0;
let invocationId = '';
const send = (message: FromWorker): void => port.postMessage(message);

/** App code reads the sandbox's time. The offset is shared, so a jump in the middle of an invocation is seen at once. */
function patchDate(): void {
  const realNow = Date.now.bind(Date);
  const now = (): number => realNow() + (offsetMs[0] ?? 0);
  globalThis.Date = new Proxy(Date, {
    construct: (target, args: unknown[], caller) =>
      Reflect.construct(target, args.length === 0 ? [now()] : args, caller) as object,
    get: (target, name, receiver) => (name === 'now' ? now : (Reflect.get(target, name, receiver) as unknown)),
  });
}

/** Forge gives an app without egress permissions no way out but the platform. */
function closeNetwork(): void {
  const refusal = (target: string): Error => {
    const message = `URL not included in the external fetch backend permissions: ${target}.`;
    return Object.assign(new Error(message), { name: 'REQUEST_EGRESS_ALLOWLIST_ERR', status: 403 });
  };
  globalThis.fetch = (input) => Promise.reject(refusal(input instanceof Request ? input.url : String(input)));
  Socket.prototype.connect = function connect() {
    throw refusal('a socket');
  };
}

function captureConsole(): void {
  const levels: LogLevel[] = ['debug', 'info', 'log', 'warn', 'error'];
  for (const level of levels) {
    console[level] = (...parts: unknown[]) => {
      const text = parts.map((part) => (typeof part === 'string' ? part : describe(part))).join(' ');
      send({ type: 'log', invocationId, level, text });
    };
  }
}

function describe(value: unknown): string {
  if (value instanceof Error) return value.stack ?? value.message;
  try {
    return JSON.stringify(value);
  } catch {
    return String(value);
  }
}

async function run(message: Extract<ToWorker, { type: 'run' }>, handlers: Handlers): Promise<void> {
  const { runtime, exportName, args } = message;
  invocationId = runtime.appContext.invocationId;
  const own = invocationId;
  const scope = {
    runtime,
    now: () => Date.now(),
    call: (request: Extract<FromWorker, { type: 'call' }>['request']) =>
      new Promise<ForgeResponse>((resolve, reject) => {
        const id = ++calls;
        pending.set(id, { resolve, reject });
        send({ type: 'call', invocationId: own, id, request });
      }),
  };
  const outcome = await runInScope(scope, () => callHandler(handlers, exportName, args));
  send({ type: 'outcome', invocationId: own, outcome });
}

patchDate();
closeNetwork();
captureConsole();
const load = createRequire(join(bundleFolder, 'index.cjs'));

port.on('message', (message: ToWorker) => {
  if (message.type === 'run') {
    let handlers: Handlers;
    try {
      handlers = load(`./${message.file}.cjs`) as Handlers;
    } catch (error) {
      const outcome = { kind: 'threw' as const, message: describe(error) };
      send({ type: 'outcome', invocationId: message.runtime.appContext.invocationId, outcome });
      return;
    }
    void run(message, handlers);
    return;
  }
  const waiting = pending.get(message.id);
  pending.delete(message.id);
  if (message.type === 'response') waiting?.resolve(message.response);
  else waiting?.reject(new Error(message.message));
});
