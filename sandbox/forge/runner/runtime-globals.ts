import { AsyncLocalStorage } from 'node:async_hooks';
import type { RuntimeDescription } from '../invocation';
import type { ForgeRequest, ForgeResponse } from '../wire';

/** What the two globals of the vendor's packages stand for during one invocation. */
export interface Scope {
  runtime: RuntimeDescription;
  now: () => number;
  call: (request: ForgeRequest) => Promise<ForgeResponse>;
}

type FetchOptions = ForgeRequest['options'];

const scopes = new AsyncLocalStorage<Scope>();

/** Runs app code with `__forge_runtime__` and `__forge_fetch__` of its own, however many run at once. */
export function runInScope<T>(scope: Scope, run: () => T): T {
  install();
  return scopes.run(scope, run);
}

function install(): void {
  Object.defineProperty(globalThis, '__forge_runtime__', {
    configurable: true,
    get: () => {
      const scope = scopes.getStore();
      return scope && runtimeOf(scope);
    },
  });
  Object.defineProperty(globalThis, '__forge_fetch__', { configurable: true, value: forgeFetch });
}

async function forgeFetch(options: FetchOptions, path: string, init?: RequestInit): Promise<ProxyResponse> {
  const scope = scopes.getStore();
  if (!scope) throw new Error('Forge runtime not found.');
  const { body } = init ?? {};
  if (body !== undefined && body !== null && typeof body !== 'string') {
    throw new TypeError('The sandbox carries text bodies only.');
  }
  const headers = Object.fromEntries(new Headers(init?.headers).entries());
  const method = (init?.method ?? 'GET').toUpperCase();
  return new ProxyResponse(await scope.call({ options, path, method, headers, body: body ?? null }));
}

const noMetric = { incr: () => undefined, measure: () => ({ stop: () => undefined }) };

function runtimeOf({ runtime, now }: Scope): object {
  return {
    ...runtime,
    proxy: { token: 'sandbox', url: 'http://sandbox.invalid', host: 'sandbox.invalid' },
    tracing: { traceId: runtime.appContext.invocationId, spanId: runtime.appContext.invocationId },
    lambdaContext: {
      awsRequestId: runtime.appContext.invocationId,
      getRemainingTimeInMillis: () => Math.max(0, runtime.deadline - now()),
    },
    metrics: { counter: () => noMetric, timing: () => noMetric },
  };
}

/**
 * The response as @forge/api types it. Its body is settled without the event loop, so that tests in virtual time do not
 * depend on streams.
 */
class ProxyResponse {
  readonly status: number;
  readonly statusText = '';
  readonly ok: boolean;
  readonly headers: Headers;
  private body: string | null;

  constructor(response: ForgeResponse) {
    this.status = response.status;
    this.ok = response.status >= 200 && response.status < 300;
    this.headers = new Headers(response.headers);
    this.body = response.body;
  }

  text(): Promise<string> {
    const { body } = this;
    if (body === null) return Promise.reject(new TypeError('The body was read already.'));
    this.body = null;
    return Promise.resolve(body);
  }

  async json(): Promise<unknown> {
    const parsed: unknown = JSON.parse(await this.text());
    return parsed;
  }

  async arrayBuffer(): Promise<ArrayBuffer> {
    return new TextEncoder().encode(await this.text()).buffer;
  }
}
