import { build } from 'esbuild';
import { copyFile, mkdir, readdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { browserBundle } from './options';

/**
 * A static resource is built from the folder that holds its `build` folder: `main.ts` and `worker.ts` are bundled,
 * `index.html` and `styles.css` are copied. A folder of another name is served as it is.
 */
export async function buildStaticResource(folder: string): Promise<void> {
  if (basename(folder) !== 'build') return;
  const source = dirname(folder);
  const files = new Set(await readdir(source));
  const scripts = ['main.ts', 'worker.ts'].filter((name) => files.has(name));
  const copies = ['index.html', 'styles.css'].filter((name) => files.has(name));
  await mkdir(folder, { recursive: true });
  await Promise.all([
    build({ ...browserBundle, entryPoints: scripts.map((name) => join(source, name)), outdir: folder, minify: true }),
    ...copies.map((name) => copyFile(join(source, name), join(folder, name))),
  ]);
}
