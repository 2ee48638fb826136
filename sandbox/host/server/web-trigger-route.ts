import { readBody, send } from './answers';
import type { Handler } from './handler';

/** Whoever has the URL may call it, from wherever: Forge asks for no session and looks at no origin either. */
export const webTriggerRoute: Handler = async (request, response, { sandbox }, url) => {
  const { rawHeaders, method = 'GET' } = request;
  const headers = rawHeaders.flatMap((name, at) => (at % 2 === 0 ? [[name, rawHeaders[at + 1] ?? ''] as const] : []));
  const body = await readBody(request);
  const answer = await sandbox.platform.callWebTrigger({ method, url: url.href, headers, body });
  send(response, answer.status, answer.headers, answer.body);
};
