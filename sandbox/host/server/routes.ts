import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { APP_PATH } from '../app-path';
import { Refusal, readBody, send, sendJson } from './answers';
import { bridgeRoutes } from './bridge-routes';
import { controlRoutes } from './control-routes';
import { staticResourcePolicy } from './csp';
import { readBelow, sendFile } from './files';
import type { Handler, Site } from './handler';
import { issueRoutes } from './issue-routes';
import { appPage, shellPage, withBridge } from './pages';

const HOST_FILES = '/_sandbox/host/';

/** Where the product has pages; which one it is, the shell finds from the address. */
const PAGES = ['/jira/', '/browse/', '/issues/'];

/** What the site answers itself, whatever it is asked there. */
const SITE_APIS = ['/jsm/csm/', '/rest/'];

/** Answers a request by the first part of its path. */
export const route: Handler = async (request, response, site, url) => {
  if (SITE_APIS.some((start) => url.pathname.startsWith(start))) return siteApi(request, response, site, url);
  const path = decoded(url.pathname);
  if (path.startsWith('/_sandbox/bridge/')) return bridgeRoutes(request, response, site, url);
  if (request.method === 'GET') {
    const served = pageOrFile(response, site, path);
    if (served !== null) return served;
  }
  if (path.startsWith('/_sandbox/shown/')) return issueRoutes(request, response, site, url);
  if (path.startsWith('/_sandbox/')) return controlRoutes(request, response, site, url);
  throw new Refusal(404, `The sandbox has nothing at ${request.method ?? 'GET'} ${path}.`);
};

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    throw new Refusal(400, 'The path holds a percent sign that encodes nothing.');
  }
}

/** Null where the path is none of a page or a file. */
function pageOrFile(response: ServerResponse, site: Site, path: string): Promise<void> | null {
  if (path.startsWith(HOST_FILES)) return sendFile(response, site.hostFolder, path.slice(HOST_FILES.length));
  if (path.startsWith('/_sandbox/app/')) return native(response, site, path);
  if (path.startsWith('/_sandbox/resource/')) return staticResource(response, site, path);
  if (path === '/') send(response, 302, { location: `${APP_PATH}/` }, '');
  else if (PAGES.some((start) => path.startsWith(start))) html(response, shellPage(site.manifest.adminPage.title));
  else return null;
  return Promise.resolve();
}

function html(response: ServerResponse, body: string): void {
  send(response, 200, { 'content-type': 'text/html; charset=utf-8' }, body);
}

/** `/_sandbox/app/<resource>/[file]` */
async function native(response: ServerResponse, site: Site, path: string): Promise<void> {
  const [key = '', file = ''] = path.slice('/_sandbox/app/'.length).split(/\/(.*)/);
  const resource = site.manifest.resources.find((one) => one.key === key && one.kind === 'native');
  if (resource === undefined) throw new Refusal(404, `The manifest has no UI Kit resource "${key}".`);
  if (file === '') html(response, appPage(key));
  else await sendFile(response, join(site.uiFolder, key), file);
}

/** `/_sandbox/resource/<resource>/<file>` */
async function staticResource(response: ServerResponse, site: Site, path: string): Promise<void> {
  const [key = '', file = ''] = path.slice('/_sandbox/resource/'.length).split(/\/(.*)/);
  const resource = site.manifest.resources.find((one) => one.key === key);
  if (resource?.kind !== 'static') throw new Refusal(404, `The manifest has no static resource "${key}".`);
  const headers = { 'content-security-policy': staticResourcePolicy(site.port) };
  if (file !== 'index.html') return sendFile(response, resource.folder, file, headers);
  const page = withBridge((await readBelow(resource.folder, file)).toString('utf8'));
  send(response, 200, { ...headers, 'content-type': 'text/html; charset=utf-8' }, page);
}

/** The site's own API, for any tool that can send HTTP. */
async function siteApi(request: IncomingMessage, response: ServerResponse, site: Site, url: URL): Promise<void> {
  const body = await readBody(request);
  const { method, headers } = request;
  const path = `${url.pathname}${url.search}`;
  const answer = await site.sandbox.plain({ method, url: path, headers, body: body === '' ? null : body });
  send(response, answer.status, answer.headers, answer.body);
}

export function sendRefusal(response: ServerResponse, error: unknown): void {
  if (response.headersSent) {
    response.end();
    return;
  }
  if (error instanceof Refusal) sendJson(response, error.status, { error: error.message });
  else {
    console.error(error);
    sendJson(response, 500, { error: error instanceof Error ? error.message : 'The sandbox failed.' });
  }
}
