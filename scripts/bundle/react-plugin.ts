import type { Plugin } from 'esbuild';
import * as react from 'react';

/**
 * Lets all ES modules of a bundle share one namespace of React. On its own, esbuild copies the exports of a CommonJS
 * package once for each module that imports it: for the hundreds of the design system, at every load of a page.
 */
export const reactPlugin: Plugin = {
  name: 'react',
  setup(build) {
    build.onResolve({ filter: /^react$/ }, ({ kind, namespace }) =>
      kind === 'import-statement' && namespace !== 'shared' ? { path: 'react', namespace: 'shared' } : null,
    );
    build.onLoad({ filter: /^react$/, namespace: 'shared' }, () => ({
      contents: `import react from 'react';\nexport const { ${names.join(', ')} } = react;\nexport default react;`,
      resolveDir: __dirname,
    }));
  },
};

const names = Object.keys(react).filter((name) => name !== 'default');
