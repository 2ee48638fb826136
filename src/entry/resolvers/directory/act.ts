import type { DirectoryAction, DirectoryEntity } from '../../../contract/directory';
import type { FieldDefinition } from '../../../contract/fields';
import { type ActionJob, cellsFor, jobOf, toType } from '../../../domain/directory/action';
import { planProblem } from '../../../domain/import/check-plan';
import { kindOf } from '../../../domain/kinds';
import { act } from '../../../directory/act/job';
import { readChoice } from '../../../directory/act/choice';
import type { CsmClient } from '../../../csm/client';
import { systemClock } from '../../../platform/clock';
import type { Handler } from '../../define';
import { fillableFields } from '../../../csm/fillable-fields';
import { Refusal } from '../../refusal';

/** Makes a job of what was chosen. Its rows are made here: the browser says what is done, and never to whom. */
export const actOnMany: Handler<'directory.act'> = async ({ choice: id, action, typed }, visit) => {
  const { accountId, csm, jira, deadline } = visit;
  const choice = await readChoice(id, accountId);
  const wanted = toType(action);
  if (wanted !== null && typed?.replaceAll(/[\s,.'’]/g, '') !== String(choice.rows))
    throw new Refusal('INVALID', 'The number you typed isn’t the number selected.', wanted);
  const job = jobOf(action, choice.entity, await fieldOf(csm, choice.entity, action));
  const problem = planProblem(job.plan) ?? cellProblem(job, choice.entity);
  if (problem !== null) throw new Refusal('INVALID', problem);
  const { displayName } = await jira.getUser(accountId);
  return act(id, choice, job, { accountId, name: displayName }, systemClock, deadline);
};

/** What is wrong with what all rows get: told before there is a job. */
function cellProblem(job: ActionJob, entity: DirectoryEntity): string | null {
  const anyone = cellsFor(entity, ['1', '', '', ''], job);
  return kindOf(job.plan.kind).encoder(job.plan)(anyone).problems[0]?.message ?? null;
}

/** The field that is set, as the site defines it now. @throws Refusal CONFLICT where it has none of the name */
async function fieldOf(
  csm: CsmClient,
  entity: DirectoryEntity,
  action: DirectoryAction,
): Promise<FieldDefinition | null> {
  if (action.do !== 'set') return null;
  const found = (await fillableFields(csm, entity)).find(({ name }) => name === action.field);
  if (found !== undefined) return found;
  throw new Refusal('CONFLICT', `The detail field “${action.field}” is not on your site.`, 'Choose another field.');
}
