import type { JiraCall } from '../call';
import { page } from '../page';
import { issueOf } from './access';
import { personView } from './people';

/** GET /rest/servicedeskapi/request/{issueIdOrKey}/participant. @throws Refusal 404 for an issue that is not there for the caller */
export function listParticipants(call: JiraCall): object {
  const { site, caller, query } = call;
  return page(query, issueOf(call).participantIds, (accountId) => personView(site.state, caller, accountId));
}
