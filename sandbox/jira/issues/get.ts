import { badRequest } from '../../csm/refusal';
import type { JiraCall } from '../call';
import { issueOf } from './access';
import { chosenFields, fieldNames, issueView } from './fields';

/**
 * GET /rest/api/3/issue/{issueIdOrKey}. Of the expansions it knows `names`.
 * @throws Refusal 404 for an issue that is not there for the caller, 400 for another expansion.
 */
export function getIssue(call: JiraCall): object {
  const issue = issueOf(call);
  const expand = listOf(call.query.get('expand'));
  const unknown = expand.find((one) => one !== 'names');
  if (unknown !== undefined) throw badRequest(`The sandbox does not emulate the expansion "${unknown}".`);
  const asked = listOf(call.query.get('fields'));
  const fields = chosenFields(asked.length === 0 ? ['*all'] : asked);
  const view = issueView({ issue, state: call.site.state, caller: call.caller }, fields);
  return expand.length === 0 ? view : { ...view, names: fieldNames(fields) };
}

const listOf = (text: string | null): string[] =>
  (text ?? '')
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '');
