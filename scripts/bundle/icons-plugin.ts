import type { Plugin } from 'esbuild';
import { readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/**
 * `virtual:icons` and `virtual:objects` export every glyph of the design system by name, because UI Kit names its
 * icons by strings that are only known when a page is rendered.
 */
export const iconsPlugin: Plugin = {
  name: 'icons',
  setup(build) {
    const packages = {
      icons: { name: '@atlaskit/icon', folder: 'core' },
      objects: { name: '@atlaskit/object', folder: '.' },
      tiles: { name: '@atlaskit/object', folder: 'tile' },
    } as const;
    build.onResolve({ filter: /^virtual:(icons|objects|tiles)$/ }, ({ path }) => ({
      path: path.slice('virtual:'.length),
      namespace: 'glyphs',
    }));
    build.onLoad({ filter: /.*/, namespace: 'glyphs' }, async ({ path }) => {
      if (path !== 'icons' && path !== 'objects' && path !== 'tiles') return null;
      const { name, folder } = packages[path];
      const root = dirname(require.resolve(`${name}/package.json`));
      const glyphs = await glyphNames(join(root, folder));
      const imports = glyphs.map((glyph, index) => `import g${index} from '${join(root, folder, glyph)}';`);
      const entries = glyphs.map((glyph, index) => `${JSON.stringify(glyph)}: g${index}`);
      return { contents: `${imports.join('\n')}\nexport default { ${entries.join(', ')} };`, resolveDir: root };
    });
  },
};

async function glyphNames(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const notGlyphs = new Set([
    'codemods',
    'constellation',
    'dist',
    'metadata',
    'node_modules',
    'scripts',
    'tile',
    'types',
  ]);
  return entries
    .filter((entry) => (entry.isDirectory() ? !notGlyphs.has(entry.name) : entry.name.endsWith('.js')))
    .map((entry) => entry.name.replace(/\.js$/, ''));
}
