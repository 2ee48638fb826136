import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { backEndBundle, buildApp, outputFolder } from '../scripts/bundle/app';
import { buildHost, hostFolder } from '../scripts/bundle/host';
import { readManifest } from './manifest';
import { Refusal } from './host/server/answers';
import { HostedSandbox, msPerRow } from './host/server/hosted-sandbox';
import { listen } from './host/server/listen';
import { HELP, readOptions } from './host/server/options';

async function main(argv: readonly string[]): Promise<void> {
  const options = readOptions(argv);
  if (options.help) {
    console.log(HELP);
    return;
  }
  if (!existsSync(options.manifest)) throw new Refusal(400, `There is no manifest at ${options.manifest}.`);
  const manifest = readManifest(resolve(options.manifest));
  if (!options['as-built']) await Promise.all([buildApp(manifest), buildHost()]);
  const sandbox = new HostedSandbox({
    manifestPath: resolve(options.manifest),
    runner:
      manifest.backEnd === null
        ? { kind: 'in-process', handlers: {} }
        : { kind: 'worker', bundlePath: backEndBundle(manifest) },
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
  console.log(`The sandbox is at ${server.url}\nWhen it stops, it forgets everything that was done in it.`);
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Refusal ? error.message : error);
  process.exitCode = 1;
});
