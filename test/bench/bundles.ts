import { type BuildOptions, build } from 'esbuild';
import { resolve } from 'node:path';
import { browserBundle } from '../../scripts/bundle/options';
import { readManifest } from '../../sandbox/manifest';
import { type Measurement, measurement } from './measurement';

const BACK_END_BUDGET = 1.5;
const ADMIN_BUDGET = 2;
/** On an issue every agent waits for it: nothing of the console's may be in it. */
const ISSUE_BUDGET = 1.2;

const backEnd = {
  bundle: true,
  format: 'cjs',
  platform: 'node',
  target: 'node22',
  logLevel: 'warning',
  legalComments: 'none',
} as const satisfies BuildOptions;

/** The app's bundles, minified, against those of the smallest app on the same packages, built alike. */
export async function measureBundles(): Promise<Measurement[]> {
  const manifest = readManifest(resolve(__dirname, '../../manifest.yml'));
  const admin = manifest.resources.find(({ key }) => key === manifest.adminPage.resource);
  const panel = manifest.resources.find(({ key }) => key === manifest.issueModules[0]?.resource);
  if (manifest.backEnd === null || admin?.kind !== 'native' || panel?.kind !== 'native')
    throw new Error('The manifest names no bundles.');
  const compare = async (name: string, options: BuildOptions, app: string, smallest: string, budget: number) =>
    measurement(name, {
      unit: 'KB',
      value: await minifiedKb(options, app),
      reference: await minifiedKb(options, resolve(__dirname, 'smallest', smallest)),
      budget,
    });
  return [
    await compare('back-end bundle, minified', backEnd, manifest.backEnd, 'back-end.ts', BACK_END_BUDGET),
    await compare('admin bundle, minified', browserBundle, admin.entry, 'admin.tsx', ADMIN_BUDGET),
    await compare('bundle on the issue, minified', browserBundle, panel.entry, 'admin.tsx', ISSUE_BUDGET),
  ];
}

async function minifiedKb(options: BuildOptions, entry: string): Promise<number> {
  const { outputFiles } = await build({ ...options, entryPoints: [entry], minify: true, write: false });
  return outputFiles.reduce((sum, { contents }) => sum + contents.byteLength, 0) / 1024;
}
