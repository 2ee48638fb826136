import { spawn } from 'node:child_process';
import { join } from 'node:path';

const project = join(__dirname, '..', '..');

/** What `npm start` writes until it says where the sandbox is. Nothing is built for it: no page is asked for. */
function outputOfStart(): Promise<string> {
  const tsx = join(project, 'node_modules', 'tsx', 'dist', 'cli.mjs');
  const child = spawn(process.execPath, [tsx, 'sandbox/main.ts', '--as-built', '--port', '0', '--site', 'empty'], {
    cwd: project,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return new Promise((resolve, reject) => {
    let output = '';
    const read = (chunk: Buffer) => {
      output += chunk.toString();
      if (/http:\/\/127\.0\.0\.1:\d+\/[^]*\n/.test(output)) child.kill();
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('error', reject);
    child.once('close', () => resolve(output));
  });
}

it('says where the sandbox is, and that it keeps nothing', async () => {
  const [first, second] = (await outputOfStart()).split('\n');
  expect(first).toMatch(/^The sandbox is at http:\/\/127\.0\.0\.1:\d+\/$/);
  expect(second).toBe('When it stops, it forgets everything that was done in it.');
});
