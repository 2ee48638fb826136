import type { IncomingMessage } from 'node:http';
import { Refusal } from './answers';

/**
 * Keeps other web sites out: a page elsewhere may neither reach the sandbox under a name of its own that it points at
 * 127.0.0.1 (DNS rebinding), nor send it requests from another origin. Throws a Refusal with status 403.
 */
export function refuseStrangers(request: IncomingMessage, port: number): void {
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
  const host = request.headers.host ?? '';
  if (!hosts.includes(host)) throw new Refusal(403, `The sandbox answers to ${hosts.join(' and ')} only.`);
  const { origin } = request.headers;
  if (origin !== undefined && origin !== `http://${host}`)
    throw new Refusal(403, 'The sandbox refuses requests from another origin.');
  const site = request.headers['sec-fetch-site'];
  // A frame of the app is on the other name of this machine: browsers call its documents cross-site.
  if (site === 'cross-site' && request.headers['sec-fetch-dest'] !== 'iframe')
    throw new Refusal(403, 'The sandbox refuses requests from another site.');
}
