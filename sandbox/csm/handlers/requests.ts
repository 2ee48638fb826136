import type { Call, Handlers } from '../call';
import type { CsmRequest } from '../model';
import { badRequest, forbidden, notFound } from '../refusal';
import { commentIdOf, HELP_CENTERS, issueOf } from '../requests';

function checkHelpCenter(id: string): void {
  if (!HELP_CENTERS.includes(id)) throw notFound(`There is no help center ${id}.`);
}

/** Who the request is from. Only agents may name another than themselves. @throws Refusal 403, 404 */
function reporterOf({ site, caller }: Call<'create-csm-request'>, email: string | undefined): string {
  if (email === undefined) return caller.accountId;
  if (!caller.rights.includes('agent')) throw forbidden('Only agents may name the reporter of a request.');
  const reporter = site.state.customers.find(email);
  if (reporter === undefined) throw notFound(`There is no customer with the e-mail ${email}.`);
  return reporter.id;
}

function createRequest(call: Call<'create-csm-request'>): object {
  const { issues, requests } = call.site.state;
  const { helpCenterId, origin, summary, description = '', reporterEmail, metadata = {} } = call.body();
  checkHelpCenter(helpCenterId);
  if (summary.trim() === '') throw badRequest('The summary of a request is not empty.');
  if (origin.trim() === '') throw badRequest('The origin of a request is not empty.');
  const reporterId = reporterOf(call, reporterEmail);
  const request: CsmRequest = {
    ...issueOf(issues.size),
    helpCenterId,
    origin,
    summary,
    description,
    reporterId,
    metadata,
    participantIds: [],
    statusCategory: 'new',
    visibleTo: 'agent',
    createdAt: call.site.now(),
    comments: [],
  };
  issues.add(request);
  requests.add(request);
  const { id, key } = request;
  return { id, key, helpCenterId, link: `https://sandbox.example/helpcenter/${helpCenterId}/request/${key}` };
}

/** By its id or its key. @throws Refusal 404, also where it is in another help center */
function requestOf({ site, param }: Call<'comment-on-csm-request'>): CsmRequest {
  const issue = param('issueIdOrKey');
  const found = site.state.requests.get(issue) ?? site.state.requests.find(issue);
  if (found?.helpCenterId !== param('helpCenterId'))
    throw notFound(`There is no request ${issue} in this help center.`);
  return found;
}

/** A document in the Atlassian Document Format, as far as its outermost node tells. */
function isDocument(body: Readonly<Record<string, unknown>>): boolean {
  return body['type'] === 'doc' && body['version'] === 1 && Array.isArray(body['content']);
}

/** Requests that come from outside. The vendor's reference asks for a user who is logged in, and no more. */
export const requestHandlers: Handlers<'create-csm-request' | 'comment-on-csm-request'> = {
  'create-csm-request': createRequest,
  'comment-on-csm-request': (call) => {
    checkHelpCenter(call.param('helpCenterId'));
    const request = requestOf(call);
    const { body = {}, public: isPublic = false } = call.body();
    if (!isDocument(body)) throw badRequest('The body of a comment is a document of the Atlassian Document Format.');
    const comment = { id: commentIdOf(request), authorId: call.caller.accountId, body, isPublic };
    request.comments.push(comment);
    return { id: comment.id };
  },
};
