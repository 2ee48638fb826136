import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { chromium } from 'playwright-core';
import { readOptions } from '../../sandbox/host/server/options';
import { startSandbox } from '../../sandbox/start';
import { chromiumOptions } from '../../test/support/stage/chromium';
import { type Scene, type Shot, shots } from './shots';

const FOLDER = 'docs/screenshots';
const GALLERY = 'docs/pages.md';
const SIZE = { width: 1280, height: 800 };

/** `npm run screenshots`: a picture of every page of the console over the demo site, and the gallery of them. */
async function main(): Promise<void> {
  await mkdir(FOLDER, { recursive: true });
  const sandbox = await startSandbox(readOptions(['--port', '0', '--task-speed', '200']));
  const browser = await chromium.launch(await chromiumOptions());
  try {
    const page = await browser.newPage({ viewport: SIZE, reducedMotion: 'reduce' });
    page.setDefaultTimeout(60_000);
    await page.goto(`${sandbox.url}jira/settings/apps/csm-console/overview`);
    await page.getByLabel('Theme').selectOption({ label: 'Light' });
    for (const shot of shots) {
      await take(shot, { page, url: sandbox.url }).catch((error: unknown) => {
        throw new Error(`No picture of ${shot.file}`, { cause: error });
      });
    }
  } finally {
    await browser.close();
    await sandbox.close();
  }
  await writeFile(GALLERY, await format(gallery(), { ...(await resolveConfig(GALLERY)), filepath: GALLERY }));
}

async function take({ file, path, act, ready }: Shot, scene: Scene): Promise<void> {
  const { page, url } = scene;
  const address = typeof path === 'function' ? await path(scene) : path;
  if (address !== undefined) await page.goto(new URL(address, `${url}jira/settings/apps/csm-console/`).href);
  await act?.(scene);
  await page.locator('main').getByText(ready).first().waitFor();
  // What is loaded by itself comes in its own time; a picture shows the page when all of it is there.
  await page.getByTestId('skeleton').first().waitFor({ state: 'detached' });
  await page.evaluate(() => window.scrollTo(0, 0));
  await page.mouse.move(0, 0);
  await page.screenshot({ path: join(FOLDER, `${file}.png`), animations: 'disabled' });
  console.log(`${file}.png`);
}

const gallery = (): string =>
  [
    '<!-- Made by `npm run screenshots` from scripts/screenshots/shots.ts: change that, not this file. -->',
    '# The pages of the console',
    'As the sandbox shows them over its demo site.',
    ...shots.map(({ file, title, line }) => `## ${title}\n\n${line}\n\n![${title}](screenshots/${file}.png)`),
  ].join('\n\n');

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
