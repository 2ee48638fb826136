import { asApp, asUser, route } from '@forge/api';
import { Queue } from '@forge/events';
import { Filter, FilterConditions, kvs } from '@forge/kvs';
import { resolve } from 'node:path';
import type { ProductRequest, ProductSite } from '../../../sandbox/forge/product';
import { type VirtualSandbox, type VirtualSandboxOptions, virtualSandbox } from '../../support/sandbox';

export { Filter, FilterConditions, Queue, asApp, asUser, kvs, route };

export interface RecordingSite extends ProductSite {
  requests: ProductRequest[];
}

export const recordingSite = (): RecordingSite => {
  const requests: ProductRequest[] = [];
  return {
    requests,
    handle: (request) => {
      requests.push(request);
      return Promise.resolve({ status: 200, headers: {}, body: '{"hello":"site"}' });
    },
  };
};

type Work = () => Promise<unknown>;
type Options = Partial<VirtualSandboxOptions<RecordingSite>>;

export interface TestApp extends VirtualSandbox<RecordingSite> {
  /** Runs app code in a resolver of the console, as the administrator. */
  inResolver<T>(work: () => Promise<T>): Promise<T>;
  /** What the consumer of the queue `jobs` was called with. */
  consumed: Record<string, unknown>[];
  /** What the consumer does next. */
  consumer: (event: Record<string, unknown>) => Promise<unknown>;
  everyFiveMinutes: Work;
}

/** The services under an app whose functions the test writes, with the project's own manifest. */
export async function testApp(options: Options = {}): Promise<TestApp> {
  let work: Work = () => Promise.resolve();
  const failures: Error[] = [];
  const handlers = {
    resolver: async () => {
      try {
        return { value: await work() };
      } catch (error) {
        failures.push(error instanceof Error ? error : new Error(String(error)));
        return { failed: true };
      }
    },
    runJobs: (event: Record<string, unknown>) => {
      app.consumed.push(event);
      return app.consumer(event);
    },
    everyFiveMinutes: () => app.everyFiveMinutes(),
    everyDay: () => Promise.resolve({ statusCode: 204 }),
  };
  const manifestPath = resolve(__dirname, '../../../manifest.yml');
  const sandbox = await virtualSandbox({ site: recordingSite, handlers, manifestPath, ...options });
  const app: TestApp = {
    ...sandbox,
    consumed: [],
    consumer: () => Promise.resolve(),
    everyFiveMinutes: () => Promise.resolve({ statusCode: 204 }),
    inResolver: async <T>(next: () => Promise<T>) => {
      let answer: T | undefined;
      work = async () => {
        answer = await next();
      };
      failures.length = 0;
      const call = { accountId: 'ada', moduleKey: 'console', functionKey: 'any', payload: {}, context: {} };
      await sandbox.settle(sandbox.platform.invoke(call));
      const [failure] = failures;
      if (failure) throw failure;
      return answer as T;
    },
  };
  return app;
}
