import { resolve } from 'node:path';
import { recordingSite } from './app';
import { type VirtualSandbox, virtualSandbox } from '../../support/sandbox';
import type { RecordingSite } from './app';
import type { WebTriggerRequest } from '../../../sandbox/forge/web-trigger/call';

export const deliveriesManifest = resolve(__dirname, '../../support/fixtures/deliveries/manifest.yml');

type Work = (...args: unknown[]) => unknown;

/** An app with a web trigger and a schedule of each length, whose functions the test writes. */
export interface Deliveries extends VirtualSandbox<RecordingSite> {
  take: Work;
  everyHour: Work;
  /** Runs app code in a resolver, and gives back what it returned. */
  inResolver(work: () => Promise<unknown>): Promise<unknown>;
  post(url: string, request?: Partial<Omit<WebTriggerRequest, 'url'>>): Promise<{ status: number; body: string }>;
}

export async function deliveries(): Promise<Deliveries> {
  let work: () => Promise<unknown> = () => Promise.resolve();
  const handlers = {
    resolver: () => work(),
    take: (...args: unknown[]) => app.take(...args),
    everyFiveMinutes: () => ({ statusCode: 204 }),
    everyHour: () => app.everyHour(),
    everyDay: () => ({ statusCode: 204 }),
  };
  const sandbox = await virtualSandbox({ site: recordingSite, handlers, manifestPath: deliveriesManifest });
  const { platform } = sandbox;
  const app: Deliveries = {
    ...sandbox,
    take: () => ({ outputKey: 'taken' }),
    everyHour: () => ({ statusCode: 204 }),
    inResolver: (next) => {
      work = next;
      const call = { accountId: 'ada', moduleKey: 'console', functionKey: 'any', payload: {}, context: {} };
      return sandbox.settle(platform.invoke(call));
    },
    post: (url, request = {}) =>
      sandbox.settle(platform.callWebTrigger({ method: 'POST', headers: [], body: '', ...request, url })),
  };
  return app;
}
