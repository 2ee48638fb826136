import type { ServerResponse } from 'node:http';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { Refusal, send } from './answers';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
};

/** Reads a file below `folder`. Throws a Refusal with status 404 when there is none, or when the path leads out. */
export async function readBelow(folder: string, path: string): Promise<Buffer> {
  const file = normalize(join(folder, path));
  if (!file.startsWith(folder + sep)) throw new Refusal(404, 'There is no such file.');
  try {
    return await readFile(file);
  } catch {
    throw new Refusal(404, `There is no file ${path}.`);
  }
}

export async function sendFile(
  response: ServerResponse,
  folder: string,
  path: string,
  headers: Record<string, string> = {},
): Promise<void> {
  const body = await readBelow(folder, path);
  send(response, 200, { 'content-type': types[extname(path)] ?? 'application/octet-stream', ...headers }, body);
}
