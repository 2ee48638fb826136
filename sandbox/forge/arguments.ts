import { RETENTION_MS } from './limits';
import type { QueuedEvent } from './queue/events';

/** Who the emulated installation is. One site, one installation, for the life of the sandbox. */
export const installation = {
  cloudId: '11111111-2222-4333-8444-555555555555',
  installationId: 'ari:cloud:ecosystem::installation/66666666-7777-4888-8999-aaaaaaaaaaaa',
  environmentId: 'bbbbbbbb-cccc-4ddd-8eee-ffffffffffff',
} as const;
export const installContext = `ari:cloud:jira::site/${installation.cloudId}`;

/** What a resolver is called with: everything in `context` comes from the browser, `accountId` from the session. */
export function resolverArguments(call: {
  accountId: string;
  functionKey: string;
  payload: unknown;
  context: Record<string, unknown>;
}): unknown[] {
  const { accountId, functionKey, payload, context } = call;
  return [
    { call: { functionKey, payload }, context },
    {
      installContext,
      principal: { accountId },
      license: { isActive: true },
      installation: {
        ari: { installationId: installation.installationId },
        contexts: [{ cloudId: installation.cloudId }],
      },
    },
  ];
}

export function consumerArguments(event: QueuedEvent, now: number): unknown[] {
  const { body, queueName, jobId, eventId, retry, pushedAt } = event;
  const retryContext = retry && {
    retryCount: retry.count,
    retryReason: retry.reason,
    retryData: retry.data,
    retentionWindow: {
      startTime: new Date(pushedAt).toISOString(),
      remainingTimeMs: Math.max(0, pushedAt + RETENTION_MS - now),
    },
  };
  return [{ body, queueName, jobId, eventId, ...(retryContext ? { retryContext } : {}) }, { installContext }];
}

export function scheduleArguments(moduleKey: string): unknown[] {
  return [{ context: { cloudId: installation.cloudId, moduleKey } }, { installContext }];
}
