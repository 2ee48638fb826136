import type { LaunchOptions } from 'playwright-core';

/** Of the package's arguments, those that draw by an emulated graphics card: without one, a page costs a third less. */
const DRAWING = ['--in-process-gpu', '--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader'];

/**
 * In a single process the whole browser would end with its first page. Without a zygote, which is left out for that
 * alone, every process of a page starts from nothing.
 */
const UNWANTED = new Set([...DRAWING, '--ignore-gpu-blocklist', '--single-process', '--no-zygote']);

/**
 * A page of a test is gone before code that was optimised for it has paid: the optimising compilers took more than a
 * tenth of all that the browser did.
 */
const ENGINE = ['--no-opt', '--no-maglev'];

/** How the Chromium of the package is started, which is unpacked on the first call. */
export async function chromiumOptions(): Promise<LaunchOptions> {
  // The package is an ES module without types for `require`; a dynamic import works from both module kinds.
  const { default: bundled } = await import('@sparticuz/chromium');
  return {
    executablePath: await bundled.executablePath(),
    args: [
      ...bundled.args.filter((argument) => !UNWANTED.has(argument)),
      `--js-flags=${ENGINE.join(',')}`,
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
    headless: true,
  };
}
