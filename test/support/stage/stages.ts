import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import * as v from 'valibot';
import { type Stage, stageSchema } from './protocol';

const processes: ChildProcess[] = [];

/** Sets up so many stages, each a process of its own. Rejects when one of them ends before it is there. */
export function startStages(count: number): Promise<Stage[]> {
  return Promise.all(Array.from({ length: count }, start));
}

function start(): Promise<Stage> {
  const child = fork(join(__dirname, 'main.ts'), {
    execArgv: ['--import', 'tsx'],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  processes.push(child);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`A stage for the browser tests ended with ${String(code)}.`)));
    child.once('message', (message) => resolve(v.parse(stageSchema, message)));
  });
}

/** Ends all stages of this process, and waits until they are gone. */
export async function endStages(): Promise<void> {
  await Promise.all(processes.splice(0).map(end));
}

function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || !child.connected) return Promise.resolve();
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.disconnect();
  });
}
