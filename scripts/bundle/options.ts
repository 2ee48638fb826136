import type { BuildOptions } from 'esbuild';

/**
 * What every browser bundle has in common. React's production build is used throughout: in the development build an
 * element carries its owner, which is circular and cannot cross the bridge.
 */
export const browserBundle = {
  bundle: true,
  format: 'iife',
  platform: 'browser',
  target: 'es2022',
  define: { 'process.env.NODE_ENV': '"production"', 'process.env': '{}', global: 'globalThis' },
  logLevel: 'warning',
  legalComments: 'none',
} as const satisfies BuildOptions;
