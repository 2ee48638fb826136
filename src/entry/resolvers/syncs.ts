import type { syncResolvers } from '../../contract/resolvers/syncs';
import type { SyncMapping } from '../../contract/syncs';
import { fillableFields } from '../../csm/fillable-fields';
import { fold } from '../../domain/fold';
import { kindOf } from '../../domain/kinds';
import { operationOfSync } from '../../domain/syncs/can-sync';
import type { Sync } from '../../domain/syncs/sync';
import { systemClock } from '../../platform/clock';
import { pushSync } from '../../platform/queue';
import { urlOfWebTrigger } from '../../platform/web-trigger';
import { takePart } from '../../syncs/deliveries';
import { editedRecords } from '../../syncs/edited';
import { putBack } from '../../syncs/put-back';
import { approveRun, refuseRun } from '../../syncs/run';
import {
  askForLook,
  createSync,
  deleteSync,
  forgetApplied,
  mappingOfJob,
  pauseSync,
  resumeSync,
  saveSync,
  takeOverSync,
} from '../../syncs/setup';
import { syncOf } from '../../syncs/store';
import { makeToken } from '../../syncs/tokens';
import { syncsCounting } from '../../syncs/undone';
import { listSyncs, readTouched, syncsInNeed, viewOf } from '../../syncs/view';
import type { Handler, HandlersOf, Visit } from '../define';
import { readMappings } from '../imports/mappings';
import { Refusal } from '../refusal';

const viewed = async (sync: Sync | Promise<Sync>) => ({ sync: await viewOf(await sync) });

const urlOf = async (syncId: string): Promise<string> => `${await urlOfWebTrigger('deliveries')}?sync=${syncId}`;

async function personOf({ accountId, jira }: Visit): Promise<Sync['owner']> {
  return { accountId, name: (await jira.getUser(accountId)).displayName };
}

async function fieldsOf({ csm }: Visit, { kind }: Pick<SyncMapping, 'kind'>) {
  const { entity } = kindOf(kind);
  return entity === null ? [] : fillableFields(csm, entity);
}

const create: Handler<'syncs.create'> = async ({ settings, from }, visit) => {
  const mapping = from.what === 'job' ? await mappingOfJob(from.jobId) : await savedMapping(from.name);
  const facts = { settings, mapping, primedBy: from.what === 'job' ? from.jobId : null };
  const [owner, fields] = await Promise.all([personOf(visit), fieldsOf(visit, mapping)]);
  const { syncId, token } = await createSync({ ...facts, owner, fields }, systemClock);
  return { syncId, token, url: await urlOf(syncId) };
};

async function savedMapping(name: string): Promise<SyncMapping> {
  const found = (await readMappings()).find((one) => fold(one.name) === fold(name));
  if (found === undefined) throw new Refusal('NOT_FOUND', `There is no saved mapping “${name}”.`, 'Reload the page.');
  const { kind, columns, options, reading, cleaning } = found;
  const operation = operationOfSync(kind);
  return { kind, operation, columns, options, ...(reading && { reading }), ...(cleaning && { cleaning }) };
}

const save: Handler<'syncs.save'> = async ({ syncId, settings }, visit) => {
  const { mapping } = await syncOf(syncId);
  const after = await saveSync(syncId, settings, await fieldsOf(visit, mapping));
  await pushSync(syncId);
  return viewed(after);
};

const renewToken: Handler<'syncs.renewToken'> = async ({ syncId }) => {
  await syncOf(syncId);
  return { syncId, token: await makeToken(syncId, systemClock, true), url: await urlOf(syncId) };
};

const approve: Handler<'syncs.approve'> = async ({ syncId, no }) => {
  const after = await approveRun(syncId, no);
  await pushSync(syncId);
  return viewed(after);
};

const refuse: Handler<'syncs.refuse'> = async ({ syncId, no }, visit) => {
  const after = await refuseRun(syncId, no, await personOf(visit), systemClock);
  await pushSync(syncId);
  return viewed(after);
};

const deliverByHand: Handler<'syncs.deliver'> = async ({ syncId, delivery, part, parts, data, isTest }) => {
  const taken = await takePart(syncId, { id: delivery, part, parts, body: data, isTest }, systemClock);
  if (taken !== 'taken') throw new Refusal('CONFLICT', 'The file couldn’t be taken.', 'Drop it again.');
  return viewed(syncOf(syncId));
};

const putBackEdited: Handler<'syncs.putBack'> = async ({ syncId, no, rows }, { csm }) => {
  const after = await putBack(syncId, { no, rows }, csm, systemClock);
  await pushSync(syncId);
  return viewed(after);
};

export const syncHandlers: HandlersOf<typeof syncResolvers> = {
  'syncs.list': async () => ({ syncs: await listSyncs() }),
  'syncs.attention': async () => ({ syncs: await syncsInNeed() }),
  'syncs.counting': async ({ jobId }) => ({
    syncs: (await syncsCounting(jobId)).map(({ id, name }) => ({ id, name })),
  }),
  'syncs.get': ({ syncId }) => viewed(syncOf(syncId)),
  'syncs.create': create,
  'syncs.save': save,
  'syncs.delete': async ({ syncId }) => {
    await deleteSync(syncId, systemClock);
    return {};
  },
  'syncs.renewToken': renewToken,
  'syncs.projects': async ({ text }, { jira }) => ({ projects: await jira.searchProjects(text) }),
  'syncs.url': async ({ syncId }) => ({ url: await urlOf(syncId) }),
  'syncs.pause': ({ syncId }) => viewed(pauseSync(syncId)),
  'syncs.resume': ({ syncId }) => viewed(resumeSync(syncId)),
  'syncs.takeOver': async ({ syncId }, visit) => viewed(takeOverSync(syncId, await personOf(visit))),
  'syncs.approve': approve,
  'syncs.refuse': refuse,
  'syncs.touched': async ({ syncId }) => ({ touched: await readTouched(syncId) }),
  'syncs.forget': ({ syncId }) => viewed(forgetApplied(syncId)),
  'syncs.look': ({ syncId, isWanted }) => viewed(askForLook(syncId, isWanted)),
  'syncs.edited': async ({ syncId }) => ({ records: await editedRecords(syncId) }),
  'syncs.putBack': putBackEdited,
  'syncs.deliver': deliverByHand,
};
