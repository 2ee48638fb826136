import type { requestResolvers } from '../../contract/resolvers/requests';
import { commentDocument } from '../../domain/requests/comment-document';
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

/** Texts and names are not kept: the site is asked for them as the person who looks, who sees what that person may see. */
const listSent: Handler<'requests.sent'> = async (_, { jira }) => {
  const sent = await readSent(systemClock);
  const senders = [...new Set(sent.map(({ by }) => by))];
  const [summaries, people] = await Promise.all([
    Promise.all(sent.map(({ key }) => ifFound(jira.getSummary(key)))),
    Promise.all(senders.map((id) => ifFound(jira.getUser(id)))),
  ]);
  const names = new Map(senders.map((id, at) => [id, people[at]?.displayName]));
  return {
    sent: sent.map((one, at) => ({ ...one, summary: summaries[at] ?? null, by: names.get(one.by) ?? null })),
  };
};

/** Null for what is not there for the person who looks. */
async function ifFound<T>(read: Promise<T>): Promise<T | null> {
  try {
    return await read;
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
