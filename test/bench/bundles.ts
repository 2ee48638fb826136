import { build } from 'esbuild';
import { resolve } from 'node:path';
import { browserBundle } from '../../scripts/bundle/options';
import { readManifest } from '../../sandbox/manifest';
import { type Measurement, measurement } from './measurement';

const ADMIN_BUDGET = 2;
/** On an issue every agent waits for it: nothing of the console's may be in it. */
const ISSUE_BUDGET = 1.2;

/** The app's bundles for the browser, minified, against that of the smallest app on the same packages, built alike. */
export async function measureBundles(): Promise<Measurement[]> {
  const manifest = readManifest(resolve(__dirname, '../../manifest.yml'));
  const admin = manifest.resources.find(({ key }) => key === manifest.adminPage.resource);
  const panel = manifest.resources.find(({ key }) => key === manifest.issueModules[0]?.resource);
  if (admin?.kind !== 'native' || panel?.kind !== 'native') throw new Error('The manifest names no bundles.');
  const reference = await minifiedKb(resolve(__dirname, 'smallest/admin.tsx'));
  const compare = async (name: string, entry: string, budget: number) =>
    measurement(name, { unit: 'KB', value: await minifiedKb(entry), reference, budget });
  return [
    await compare('admin bundle, minified', admin.entry, ADMIN_BUDGET),
    await compare('bundle on the issue, minified', panel.entry, ISSUE_BUDGET),
  ];
}

async function minifiedKb(entry: string): Promise<number> {
  const { outputFiles } = await build({ ...browserBundle, entryPoints: [entry], minify: true, write: false });
  return outputFiles.reduce((sum, { contents }) => sum + contents.byteLength, 0) / 1024;
}
