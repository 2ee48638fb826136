import type { requestResolvers } from '../../contract/resolvers/requests';
import { commentDocument } from '../../domain/requests/comment-document';
import type { Handler, HandlersOf } from '../define';

const send: Handler<'requests.send'> = async ({ metadata, ...request }, { csm }) => {
  const entries = metadata.map(({ key, value }) => [key, value] as const);
  const body = { ...request, ...(entries.length > 0 && { metadata: Object.fromEntries(entries) }) };
  const { id, key, helpCenterId, link } = await csm.call('create-csm-request', { body });
  return { id, key, helpCenterId, link: webAddress(link) };
};

const comment: Handler<'requests.comment'> = async ({ helpCenterId, request, text, public: isPublic }, { csm }) => {
  const path = { helpCenterId, issueIdOrKey: request };
  const body = { body: commentDocument(text), public: isPublic };
  return { id: (await csm.call('comment-on-csm-request', { path, body })).id };
};

/** Only an address of the web may become a link in a page. */
function webAddress(link: string): string | null {
  return URL.canParse(link) && ['https:', 'http:'].includes(new URL(link).protocol) ? link : null;
}

export const requestHandlers: HandlersOf<typeof requestResolvers> = {
  'requests.send': send,
  'requests.comment': comment,
};
