import { basename } from 'node:path';
import type { Page } from 'playwright-core';
import { connectBrowser, endSandbox, startSandbox } from './stage/client';
import { Recorder } from './stage/recorder';

export interface BrowserSession {
  /** The address of the sandbox, with a slash at its end. */
  url: string;
  /** Another page of the same person, who signs in for all of them. */
  newPage(): Promise<Page>;
  /** Closes everything. Rejects when one of all pages reported an error that `expected` does not match. */
  close(expected?: RegExp): Promise<void>;
}

/** A page that takes this long is broken, also on a machine that runs other tests beside this one. */
const PAGE_TIMEOUT_MS = 60_000;

/** What the sandbox keeps for who has chosen that it follows the browser's theme: sandbox/host/shell/settings.ts. */
const FOLLOWS_THE_BROWSER = { name: 'csm-console-sandbox', value: JSON.stringify({ colorMode: 'auto' }) };

/**
 * A sandbox of its own, with the given options of `npm start`, and a person who was never there before to look at it, in
 * pages that move nothing slowly.
 * A test that fails while it is open leaves what the pages showed in test-results/, and says where.
 */
export async function openBrowser(options: readonly string[] = []): Promise<BrowserSession> {
  const url = await startSandbox(options);
  const browser = await connectBrowser();
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    reducedMotion: 'reduce',
    colorScheme: 'light',
    storageState: { cookies: [], origins: [{ origin: new URL(url).origin, localStorage: [FOLLOWS_THE_BROWSER] }] },
  });
  context.setDefaultTimeout(PAGE_TIMEOUT_MS);
  const recorder = await Recorder.start(context);
  return {
    url,
    newPage: () => context.newPage(),
    close: async (expected) => {
      const kept = recorder.faults(expected).length > 0 ? await recorder.keep(`${fileName()} at the end`) : '';
      recorder.stop();
      await context.close();
      await browser.close();
      await endSandbox(url);
      const faults = recorder.faults(expected);
      if (faults.length === 0) return;
      const unanswered = ['Requests without an answer:', ...recorder.unanswered()];
      throw new Error(['The pages reported errors:', ...faults, ...unanswered, kept].join('\n'));
    },
  };
}

const fileName = (): string => basename(expect.getState().testPath ?? '', '.test.ts');
