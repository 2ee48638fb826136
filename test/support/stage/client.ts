import type { Browser } from 'playwright-core';
import * as v from 'valibot';
import { type Stage, STAGES_VARIABLE, refusedSchema, stagesSchema, startedSchema } from './protocol';

declare global {
  // A global of each test file, put there by environment.ts. Only `var` declares one.
  var connectToBrowser: ((endpoint: string) => Promise<Browser>) | undefined;
}

/** The stage of the worker that runs this test. @throws Error outside of the project of browser tests */
function stageOfWorker(): Stage {
  const stages = v.parse(stagesSchema, process.env[STAGES_VARIABLE] ?? '[]');
  const stage = stages[Number(process.env['JEST_WORKER_ID']) - 1];
  if (stage === undefined) throw new Error('There is no stage here: it is set up for the tests below test/e2e alone.');
  return stage;
}

/** A connection to the browser of the worker, which outlives the connection. */
export function connectBrowser(): Promise<Browser> {
  const { browser } = stageOfWorker();
  if (globalThis.connectToBrowser === undefined) throw new Error('The environment of the test brings no browser.');
  return globalThis.connectToBrowser(browser);
}

/** Starts a sandbox as `npm start` does, with the given options. Rejects with its words when it refuses them. */
export async function startSandbox(options: readonly string[]): Promise<string> {
  return v.parse(startedSchema, await ask('sandboxes', { options })).url;
}

export async function endSandbox(url: string): Promise<void> {
  await ask('ended', { url });
}

async function ask(command: string, body: object): Promise<unknown> {
  const response = await fetch(`${stageOfWorker().control}${command}`, { method: 'POST', body: JSON.stringify(body) });
  const answer: unknown = await response.json();
  if (!response.ok) throw new Error(v.parse(refusedSchema, answer).error);
  return answer;
}
