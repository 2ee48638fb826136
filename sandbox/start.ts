import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { backEndFolder, buildApp, outputFolder } from '../scripts/bundle/app';
import { buildHost, hostFolder } from '../scripts/bundle/host';
import { siteUsers } from './csm/users';
import { demoWords, setUpDemoSync } from './demo-sync';
import { readManifest } from './manifest';
import { Refusal } from './host/server/answers';
import { HostedSandbox, msPerRow } from './host/server/hosted-sandbox';
import { listen } from './host/server/listen';
import type { Options } from './host/server/options';

export interface StartedSandbox {
  /** Its address, with a slash at its end. */
  url: string;
  /** What to type to see the sync at work that was asked for; null where none was. */
  syncWords: string | null;
  close(): Promise<void>;
}

const administrator = siteUsers.find(({ rights }) => rights.includes('administrator'))?.accountId ?? '';

/** Builds what the options ask for and serves it. Rejects with a Refusal that says what to do when an option is at fault. */
export async function startSandbox(options: Options): Promise<StartedSandbox> {
  if (!existsSync(options.manifest)) throw new Refusal(400, `There is no manifest at ${options.manifest}.`);
  const manifest = readManifest(resolve(options.manifest));
  if (!options['as-built']) await Promise.all([buildApp(manifest), buildHost()]);
  const sandbox = new HostedSandbox({
    manifestPath: resolve(options.manifest),
    runner:
      manifest.backEnd.size === 0
        ? { kind: 'in-process', handlers: {} }
        : { kind: 'worker', bundleFolder: backEndFolder(manifest) },
    content: options.site,
    seed: options.seed,
    faults: {
      ...(options.latency === undefined ? {} : { latencyMs: options.latency }),
      ...(options['fail-rate'] === undefined ? {} : { failRate: options['fail-rate'] }),
    },
    settings: {
      ...(options.slots === undefined ? {} : { taskSlots: options.slots }),
      ...(options['task-speed'] === undefined ? {} : { taskMsPerRow: msPerRow(options['task-speed']) }),
    },
  });
  const uiFolder = join(outputFolder(manifest), 'ui');
  const server = await listen({ manifest, hostFolder, uiFolder, sandbox }, options.port).catch(
    async (error: unknown) => {
      // Its schedules would keep the process alive, with nobody to serve.
      await sandbox.close();
      throw error;
    },
  );
  const access = options['demo-sync'] ? await setUpDemoSync(sandbox, administrator) : null;
  return {
    url: server.url,
    syncWords: access && demoWords(access),
    close: async () => {
      await server.close();
      await sandbox.close();
    },
  };
}
