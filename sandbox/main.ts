import { join, resolve } from 'node:path';
import { buildApp, outputFolder } from '../scripts/bundle/app';
import { buildHost, hostFolder } from '../scripts/bundle/host';
import { readManifest } from './host/manifest';
import { Refusal } from './host/server/answers';
import { listen } from './host/server/listen';
import { HELP, readOptions } from './host/server/options';

async function main(argv: readonly string[]): Promise<void> {
  const options = readOptions(argv);
  if (options.help) {
    console.log(HELP);
    return;
  }
  const manifest = await readManifest(resolve(options.manifest));
  await Promise.all([buildApp(manifest), buildHost()]);
  const sandbox = {
    users: () => [
      { accountId: 'ada', displayName: 'Ada Admin', role: 'administrator' },
      { accountId: 'gil', displayName: 'Gil Agent', role: 'agent' },
      { accountId: 'nora', displayName: 'Nora Nobody', role: 'neither' },
    ],
    now: Date.now,
    invoke: () => Promise.reject(new Error('The platform is not there yet.')),
    product: () => Promise.resolve({ status: 404, statusText: '', headers: {}, body: '' }),
    site: () => Promise.resolve({ status: 404, statusText: '', headers: {}, body: '' }),
  };
  const uiFolder = join(outputFolder(manifest), 'ui');
  const server = await listen({ manifest, hostFolder, uiFolder, sandbox }, options.port);
  console.log(`The sandbox is at ${server.url}`);
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Refusal ? error.message : error);
  process.exitCode = 1;
});
