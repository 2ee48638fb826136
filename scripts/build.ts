import { resolve } from 'node:path';
import { readManifest } from '../sandbox/manifest';
import { buildApp } from './bundle/app';
import { buildHost } from './bundle/host';

async function main(): Promise<void> {
  const started = performance.now();
  const manifest = readManifest(resolve(__dirname, '..', 'manifest.yml'));
  await Promise.all([buildApp(manifest), buildHost()]);
  console.log(`Built the app and the sandbox in ${Math.round(performance.now() - started)} ms.`);
}

void main();
