import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { chromium, type Browser, type Page, type Request } from 'playwright-core';

const project = join(__dirname, '..', '..');

export interface BrowserSession {
  /** The address of the sandbox, with a slash at its end. */
  url: string;
  browser: Browser;
  /** A page whose console errors, page errors and CSP violations `close` reports. */
  newPage(): Promise<Page>;
  /** Closes everything. Rejects when a page reported an error that `expected` does not match. */
  close(expected?: RegExp): Promise<void>;
}

/**
 * Starts the sandbox on a free port as `npm start` does, with the given options, and a Chromium to look at it.
 * Takes about five seconds.
 */
export async function openBrowser(options: readonly string[] = []): Promise<BrowserSession> {
  const { url, stop } = await startSandbox(options);
  try {
    const browser = await launchChromium();
    const errors: string[] = [];
    // A page that is left drops its requests, so that these are no faults: they tell where an error comes from.
    const unanswered: string[] = [];
    return {
      url,
      browser,
      newPage: async () => {
        const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
        page.setDefaultTimeout(PAGE_TIMEOUT_MS);
        page.on('console', (message) => {
          if (message.type() === 'error') errors.push(message.text());
        });
        page.on('pageerror', (error) => errors.push(error.message));
        page.on('requestfailed', (request) => unanswered.push(described(request)));
        return page;
      },
      close: async (expected) => {
        await browser.close();
        await stop();
        const faults = errors.filter((text) => expected?.test(text) !== true);
        if (faults.length > 0) {
          throw new Error(
            ['The pages reported errors:', ...faults, 'Requests without an answer:', ...unanswered].join('\n'),
          );
        }
      },
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

const described = (request: Request) =>
  `${request.method()} ${request.url()} ${request.postData() ?? ''}: ${request.failure()?.errorText ?? ''}`;

async function launchChromium(): Promise<Browser> {
  // The package is an ES module without types for `require`; a dynamic import works from both module kinds.
  const { default: bundled } = await import('@sparticuz/chromium');
  return chromium.launch({
    executablePath: await bundled.executablePath(),
    args: [
      // In a single process the whole browser would end with its first page.
      ...bundled.args.filter((argument) => argument !== '--single-process'),
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
    headless: true,
  });
}

/** A run of tests builds once, before it starts: see build-once.ts. */
const whatIsBuilt = process.env['SANDBOX_IS_BUILT'] === undefined ? [] : ['--as-built'];

const START_TIMEOUT_MS = 60_000;

/** A page that takes this long is broken, also on a machine that runs other tests beside this one. */
const PAGE_TIMEOUT_MS = 60_000;

function startSandbox(options: readonly string[]): Promise<{ url: string; stop: () => Promise<void> }> {
  const child = spawn(
    process.execPath,
    [
      join(project, 'node_modules', 'tsx', 'dist', 'cli.mjs'),
      'sandbox/main.ts',
      ...whatIsBuilt,
      '--port',
      '0',
      ...options,
    ],
    { cwd: project, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  return new Promise((resolve, reject) => {
    let output = '';
    const timer = setTimeout(() => fail(`The sandbox did not start in ${START_TIMEOUT_MS} ms.`), START_TIMEOUT_MS);
    const fail = (reason: string) => {
      clearTimeout(timer);
      child.kill();
      reject(new Error(`${reason}\n${output}`));
    };
    const read = (chunk: Buffer) => {
      output += chunk.toString();
      const url = /http:\/\/127\.0\.0\.1:\d+\//.exec(output)?.[0];
      if (url === undefined) return;
      clearTimeout(timer);
      resolve({ url, stop: () => stopChild(child) });
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('exit', (code) => fail(`The sandbox ended with ${String(code)}.`));
  });
}

function stopChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill();
  });
}
