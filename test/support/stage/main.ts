import { createServer, type IncomingMessage } from 'node:http';
import { chromium } from 'playwright-core';
import * as v from 'valibot';
import { Refusal, readJson, sendJson } from '../../../sandbox/host/server/answers';
import { readOptions } from '../../../sandbox/host/server/options';
import { type StartedSandbox, startSandbox } from '../../../sandbox/start';
import { chromiumOptions } from './chromium';
import { type Stage, endSchema, startSchema } from './protocol';

/**
 * The stage of one worker of Jest: a process with a browser and with the sandboxes that its tests start, which are there
 * within some tens of milliseconds, for everything is loaded. It tells its parent where it is, and ends with it.
 */
async function main(): Promise<void> {
  const browser = await chromium.launchServer(await chromiumOptions());
  process.once('disconnect', () => void browser.close().then(() => process.exit()));
  const control = await listen();
  const stage: Stage = { browser: browser.wsEndpoint(), control };
  process.send?.(stage);
}

const running = new Map<string, StartedSandbox>();

const commands: Record<string, (request: IncomingMessage) => Promise<object>> = {
  'POST /sandboxes': async (request) => {
    const { options } = await readJson(request, startSchema);
    const sandbox = await startSandbox(readOptions(['--as-built', '--port', '0', ...options]));
    running.set(sandbox.url, sandbox);
    return { url: sandbox.url };
  },
  'POST /ended': async (request) => {
    const { url } = await readJson(request, endSchema);
    await running.get(url)?.close();
    running.delete(url);
    return {};
  },
};

/** Serves the commands on this machine alone. @returns the address, with a slash at its end */
function listen(): Promise<string> {
  const server = createServer((request, response) => {
    const command = commands[`${request.method ?? ''} ${request.url ?? ''}`];
    const answer = command?.(request) ?? Promise.reject(new Refusal(404, `The stage has no ${request.url ?? ''}.`));
    answer.then(
      (body) => sendJson(response, 200, body),
      (error: unknown) => sendJson(response, 500, { error: error instanceof Error ? error.message : String(error) }),
    );
  });
  // A test file that has asked nothing for a while must not find the line cut at the moment it asks again.
  server.keepAliveTimeout = 0;
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = v.parse(v.looseObject({ port: v.number() }), server.address());
      resolve(`http://127.0.0.1:${port}/`);
    });
  });
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
