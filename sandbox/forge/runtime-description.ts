import type { AppManifest } from '../manifest';
import { installContext, installation } from './arguments';
import type { Invocation, RuntimeDescription } from './invocation';

/** What an invocation sees of the app and of its installation. `deadline` is in milliseconds since 1970. */
export function describeRuntime(manifest: AppManifest, invocation: Invocation, deadline: number): RuntimeDescription {
  return {
    contextAri: installContext,
    aaid: invocation.accountId,
    deadline,
    appContext: {
      appId: manifest.appId.replace(/^.*\//, ''),
      appVersion: '1.0.0',
      environmentId: installation.environmentId,
      environmentType: 'DEVELOPMENT',
      invocationId: invocation.id,
      installationId: installation.installationId,
      functionKey: invocation.function.key,
      moduleType: invocation.moduleType,
      moduleKey: invocation.moduleKey,
      permissions: { scopes: [...manifest.scopes], external: {} },
    },
  };
}
