import '../../sandbox/host/feature-flags';
import { build } from 'esbuild';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { getThemeStyles } from '@atlaskit/tokens/get-theme-styles';
import { iconsPlugin } from './icons-plugin';
import { browserBundle } from './options';
import { reactPlugin } from './react-plugin';

const project = join(__dirname, '..', '..');

/** Where the sandbox's own browser files are written: the shell, the script that joins a frame to it, the token CSS. */
export const hostFolder = join(project, 'build', 'sandbox');

/** Builds what the sandbox serves beside the app. Rejects with esbuild's report when something does not compile. */
export async function buildHost(): Promise<void> {
  await Promise.all([buildShell(), buildFrameBridge(), writeTokens()]);
}

async function buildShell(): Promise<void> {
  await build({
    ...browserBundle,
    entryPoints: { shell: join(project, 'sandbox', 'host', 'shell', 'main.tsx') },
    outdir: hostFolder,
    plugins: [reactPlugin, iconsPlugin],
    // The megabytes of the design system and its icons are read and compiled anew for each browser session.
    minify: true,
    // Its packages would otherwise be bundled once for each of their CommonJS and ES builds.
    mainFields: ['module', 'main'],
  });
}

async function buildFrameBridge(): Promise<void> {
  await build({
    ...browserBundle,
    entryPoints: { 'frame-bridge': join(project, 'sandbox', 'host', 'bridge', 'frame', 'main.ts') },
    outdir: hostFolder,
  });
}

/** A frame may not have inline styles, so the design tokens of both color modes reach it as a file. */
async function writeTokens(): Promise<void> {
  const themes = await getThemeStyles('all');
  const used = new Set(['light', 'dark', 'spacing', 'shape', 'typography', 'motion']);
  const css = themes.filter(({ id }) => used.has(id)).map((theme) => theme.css);
  await mkdir(hostFolder, { recursive: true });
  await writeFile(join(hostFolder, 'tokens.css'), css.join('\n'));
}
