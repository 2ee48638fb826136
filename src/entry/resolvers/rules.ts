import type { ruleResolvers } from '../../contract/resolvers/rules';
import { definitionsOf } from '../../csm/definitions';
import { fillableFields } from '../../csm/fillable-fields';
import type { Rule } from '../../domain/rules/rule';
import { systemClock } from '../../platform/clock';
import { pushRule } from '../../platform/queue';
import { readChanges } from '../../rules/packed';
import { approveRun, refuseRun } from '../../rules/run';
import {
  type RuleFields,
  createRule,
  deleteRule,
  pauseRule,
  previewRule,
  saveRule,
  switchOn,
  takeOverRule,
} from '../../rules/setup';
import { ruleOf } from '../../rules/store';
import { listRules, rulesInNeed, viewOf } from '../../rules/view';
import type { Handler, HandlersOf, Visit } from '../define';

const viewed = async (rule: Promise<Rule>) => ({ rule: viewOf(await rule) });

async function personOf({ accountId, jira }: Visit): Promise<Rule['owner']> {
  return { accountId, name: (await jira.getUser(accountId)).displayName };
}

async function fieldsOf({ csm }: Visit): Promise<RuleFields> {
  const [organization, entitlement] = await Promise.all([
    definitionsOf.organization.list(csm),
    fillableFields(csm, 'entitlement'),
  ]);
  return { organization, entitlement };
}

const create: Handler<'rules.create'> = async ({ settings }, visit) => {
  const [owner, fields] = await Promise.all([personOf(visit), fieldsOf(visit)]);
  return viewed(createRule(settings, owner, fields, systemClock));
};

const save: Handler<'rules.save'> = async ({ ruleId, settings }, visit) =>
  viewed(saveRule(ruleId, settings, await fieldsOf(visit), systemClock));

const approve: Handler<'rules.approve'> = async ({ ruleId, no }) => {
  const after = approveRun(ruleId, no);
  await after;
  await pushRule(ruleId);
  return viewed(after);
};

const refuse: Handler<'rules.refuse'> = async ({ ruleId, no }, visit) =>
  viewed(refuseRun(ruleId, no, await personOf(visit), systemClock));

export const ruleHandlers: HandlersOf<typeof ruleResolvers> = {
  'rules.list': async () => ({ rules: await listRules() }),
  'rules.attention': async () => ({ rules: await rulesInNeed() }),
  'rules.get': ({ ruleId }) => viewed(ruleOf(ruleId)),
  'rules.create': create,
  'rules.save': save,
  'rules.delete': async ({ ruleId }) => {
    await deleteRule(ruleId);
    return {};
  },
  'rules.preview': ({ ruleId }) => viewed(previewRule(ruleId)),
  'rules.switchOn': ({ ruleId }) => viewed(switchOn(ruleId, systemClock)),
  'rules.pause': ({ ruleId }) => viewed(pauseRule(ruleId, systemClock)),
  'rules.takeOver': async ({ ruleId }, visit) => viewed(takeOverRule(ruleId, await personOf(visit))),
  'rules.approve': approve,
  'rules.refuse': refuse,
  'rules.changes': async ({ ruleId }) => ({ changes: await readChanges(ruleId) }),
};
