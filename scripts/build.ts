import { resolve } from 'node:path';
import { readManifest } from '../sandbox/manifest';
import { buildApp } from './bundle/app';
import { buildHost } from './bundle/host';

/** `npm run build [-- MANIFEST...]`: the sandbox, and the apps of the given manifests or else the console. */
async function main(paths: readonly string[]): Promise<void> {
  const started = performance.now();
  const manifests = paths.length > 0 ? paths : [resolve(__dirname, '..', 'manifest.yml')];
  await Promise.all([...manifests.map((path) => buildApp(readManifest(path))), buildHost()]);
  console.log(`Built in ${Math.round(performance.now() - started)} ms.`);
}

void main(process.argv.slice(2));
