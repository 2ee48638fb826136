import { spawn } from 'node:child_process';

export interface Outcome {
  passed: boolean;
  /** What the step said, to be shown in one piece. */
  output: string;
}

export interface Step {
  name: string;
  run: () => Promise<Outcome>;
}

/** Each command is a script for Node with its arguments. */
type Command = readonly [script: string, ...args: string[]];

/** No command takes half of this even on two busy cores: beyond it something hangs. */
const LIMIT_MS = 10 * 60 * 1000;

/** A step of commands, each of which must pass for the next one to run. */
export const commands = (name: string, ...list: readonly Command[]): Step => ({
  name,
  run: async () => {
    let output = '';
    for (const command of list) {
      const outcome = await outcomeOf(command);
      output += outcome.output;
      if (!outcome.passed) return { passed: false, output };
    }
    return { passed: true, output };
  },
});

/** A step of rules of our own, which tell a sentence for each place where they are broken. */
export const rules = (name: string, problems: () => readonly string[]): Step => ({
  name,
  run: () => {
    const found = problems();
    return Promise.resolve({ passed: found.length === 0, output: found.map((problem) => `${problem}\n`).join('') });
  },
});

/** Runs one command in a process of its own, and ends it when it takes longer than the limit. */
function outcomeOf(command: Command): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, command, {
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: LIMIT_MS,
      killSignal: 'SIGKILL',
    });
    let output = '';
    const read = (chunk: Buffer) => (output += chunk.toString());
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.on('error', reject);
    child.on('close', (code, signal) => {
      if (signal !== null)
        output += `${command.join(' ')} was ended by ${signal}. A check has ${LIMIT_MS / 1000} s, then it is stopped.\n`;
      resolve({ passed: code === 0, output });
    });
  });
}
