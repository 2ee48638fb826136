import type { requestResolvers } from '../../contract/resolvers/requests';
import { commentDocument } from '../../domain/requests/comment-document';
import type { JiraClient } from '../../jira/client';
import { systemClock } from '../../platform/clock';
import { SiteError } from '../../platform/http/site-error';
import type { Handler, HandlersOf } from '../define';
import { Refusal } from '../refusal';
import { saidBy } from '../refuse';
import { noteSent, readSent } from '../requests/sent';

const send: Handler<'requests.send'> = async ({ metadata, ...request }, { accountId, csm }) => {
  const entries = metadata.map(({ key, value }) => [key, value] as const);
  const body = { ...request, ...(entries.length > 0 && { metadata: Object.fromEntries(entries) }) };
  const sent = csm.call('create-csm-request', { body });
  const { id, key, helpCenterId, link } = await known(sent, 'Correct the help center or the customer’s email address.');
  await noteSent({ key, helpCenterId, by: accountId, at: systemClock.now() });
  return { id, key, helpCenterId, link: webAddress(link) };
};

const listSent: Handler<'requests.sent'> = async (_, { jira }) => {
  const sent = await readSent(systemClock);
  const ids = [...new Set(sent.map(({ by }) => by))];
  const names = new Map(await Promise.all(ids.map(async (id) => [id, await nameOf(jira, id)] as const)));
  return { sent: sent.map((one) => ({ ...one, by: names.get(one.by) ?? null })) };
};

/** Null where there is no such account any more. */
async function nameOf(jira: JiraClient, accountId: string): Promise<string | null> {
  try {
    return (await jira.getUser(accountId)).displayName;
  } catch (error) {
    if (error instanceof SiteError && error.kind === 'not-found') return null;
    throw error;
  }
}

const comment: Handler<'requests.comment'> = async ({ helpCenterId, request, text, public: isPublic }, { csm }) => {
  const path = { helpCenterId, issueIdOrKey: request };
  const body = { body: commentDocument(text), public: isPublic };
  const sent = csm.call('comment-on-csm-request', { path, body });
  return { id: (await known(sent, 'Correct the help center or the request.')).id };
};

/** What the site does not find was named by the person who sends: it is refused, and not gone. */
async function known<T>(sent: Promise<T>, advice: string): Promise<T> {
  try {
    return await sent;
  } catch (error) {
    if (error instanceof SiteError && error.kind === 'not-found')
      throw new Refusal('SITE_REFUSED', saidBy(error), `${advice} Nothing was sent.`);
    throw error;
  }
}

/** Only an address of the web may become a link in a page. */
function webAddress(link: string): string | null {
  return URL.canParse(link) && ['https:', 'http:'].includes(new URL(link).protocol) ? link : null;
}

export const requestHandlers: HandlersOf<typeof requestResolvers> = {
  'requests.send': send,
  'requests.sent': listSent,
  'requests.comment': comment,
};
