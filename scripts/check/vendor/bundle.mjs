/**
 * Bundles the app with the vendor's own bundlers, as `forge deploy` does. The Node bundler would fetch the wrapper that
 * it puts beside the bundle from the net: a stub stands in, for the bundle itself does not depend on it.
 */
import console from 'node:console';
import { readFileSync } from 'node:fs';
import { Module } from 'node:module';
import process from 'node:process';
import { parse } from 'yaml';

// The bundlers refuse to run where no CommonJS file is the main one, as in the CLI.
process.mainModule ??= new Module(import.meta.filename);
const { NativeUIBundler, getEntryPoints, getNodeBundler } = (await import('@forge/bundler')).default;

const logger = { info() {}, debug() {}, trace() {}, warn: console.warn, error: console.error };
const manifest = parse(readFileSync('manifest.yml', 'utf8'));
const stub = { script: '', source: 'stub', version: 'stub' };
const wrapper = { getNodeRuntimeWrapper: async () => stub, getNodeRuntimeLoader: async () => stub };

/**
 * Bundles pages without checking their types: for each page, the vendor's bundler would check the whole project once more,
 * with the same settings as the step `types`.
 */
class PageBundler extends NativeUIBundler {
  async getConfigs(args) {
    const configs = await super.getConfigs(args);
    const loaders = configs.flatMap(({ module }) => module.rules).filter(({ loader }) => loader === 'ts-loader');
    if (loaders.length === 0)
      throw new Error('The pages are bundled without ts-loader: see how types are checked there.');
    for (const rule of loaders) rule.options = { ...rule.options, transpileOnly: true };
    return configs;
  }
}

const handlers = manifest.modules.function.map(({ handler }) => ({ module: handler.split('.')[0] }));
await getNodeBundler(logger, wrapper, { readConfig: async () => manifest }).bundle({
  appDirectory: process.cwd(),
  entryPoints: getEntryPoints(handlers),
});
console.log('back end: bundled');

const pages = manifest.resources.filter(({ path }) => /\.[jt]sx?$/.test(path));
await new PageBundler(logger).bundleResources(pages);
console.log(`${pages.map(({ key }) => key).join(', ')}: bundled`);
