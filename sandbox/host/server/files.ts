import type { ServerResponse } from 'node:http';
import { readFile, stat } from 'node:fs/promises';
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

/**
 * Where a file below `folder` is, whether it is there or not. Throws a Refusal with status 404 when the path leads out.
 */
function fileBelow(folder: string, path: string): string {
  const file = normalize(join(folder, path));
  if (!file.startsWith(folder + sep)) throw new Refusal(404, 'There is no such file.');
  return file;
}

/** Reads a file below `folder`. Throws a Refusal with status 404 when there is none, or when the path leads out. */
export async function readBelow(folder: string, path: string): Promise<Buffer> {
  const file = fileBelow(folder, path);
  try {
    return await readFile(file);
  } catch {
    throw new Refusal(404, `There is no file ${path}.`);
  }
}

/**
 * Sends a file below `folder`. A browser keeps it, and asks each time whether it has changed: it need not compile the
 * megabytes of the shell anew for every page.
 */
export async function sendFile(
  response: ServerResponse,
  folder: string,
  path: string,
  headers: Record<string, string> = {},
): Promise<void> {
  const etag = await versionOf(fileBelow(folder, path));
  const kept = { 'cache-control': 'no-cache', ...(etag !== null && { etag }), ...headers };
  if (etag !== null && response.req.headers['if-none-match'] === etag) {
    send(response, 304, kept, '');
    return;
  }
  const body = await readBelow(folder, path);
  send(response, 200, { 'content-type': types[extname(path)] ?? 'application/octet-stream', ...kept }, body);
}

/** Differs for every build of a file; null where there is no such file. */
async function versionOf(file: string): Promise<string | null> {
  try {
    const { mtimeMs, size } = await stat(file);
    return `"${size.toString(36)}-${Math.round(mtimeMs).toString(36)}"`;
  } catch {
    return null;
  }
}
