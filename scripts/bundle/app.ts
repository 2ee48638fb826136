import { build } from 'esbuild';
import { join } from 'node:path';
import type { AppResource, AppManifest } from '../../sandbox/manifest';
import { browserBundle } from './options';
import { reactPlugin } from './react-plugin';
import { buildStaticResource } from './static-resource';

/** Where the app's bundles are written, under the folder of its manifest. */
export const outputFolder = (manifest: AppManifest): string => join(manifest.root, 'build');
/** The functions of the manifest: a CommonJS file for each source file that a handler names. */
export const backEndFolder = (manifest: AppManifest): string => join(outputFolder(manifest), 'backend');
export const uiBundle = (manifest: AppManifest, key: string): string =>
  join(outputFolder(manifest), 'ui', key, 'main.js');

/** Builds the functions and all resources of an app. Rejects with esbuild's report when something does not compile. */
export async function buildApp(manifest: AppManifest): Promise<void> {
  await Promise.all([
    buildBackEnd(manifest),
    ...manifest.resources.map((resource) => buildResource(manifest, resource)),
  ]);
}

async function buildBackEnd(manifest: AppManifest): Promise<void> {
  await build({
    entryPoints: Object.fromEntries(manifest.backEnd),
    outdir: backEndFolder(manifest),
    outExtension: { '.js': '.cjs' },
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: 'node22',
    sourcemap: true,
    logLevel: 'warning',
  });
}

async function buildResource(manifest: AppManifest, resource: AppResource): Promise<void> {
  if (resource.kind === 'static') return buildStaticResource(resource.folder);
  await build({
    ...browserBundle,
    entryPoints: [resource.entry],
    outfile: uiBundle(manifest, resource.key),
    sourcemap: 'linked',
    plugins: [reactPlugin],
  });
}
