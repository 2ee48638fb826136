import type { JobView } from '../../contract/jobs';
import type { jobResolvers } from '../../contract/resolvers/jobs';
import { fillableFields } from '../../csm/fillable-fields';
import { planProblem } from '../../domain/import/check-plan';
import type { JobHead } from '../../domain/jobs/head';
import { distinctName } from '../../domain/jobs/name';
import { kindOf } from '../../domain/kinds';
import { makeUndo } from '../../jobs/intake/undo/make-undo';
import { planUndo } from '../../jobs/intake/undo/plan-undo';
import { createSiteApi } from '../../jobs/kinds/create-site-api';
import { headOf } from '../../jobs/store/change';
import { cancelJob, continueJob, startJob } from '../../jobs/intake/lifecycle';
import { moveJob } from '../../jobs/intake/order';
import { pauseJob, resumeJob } from '../../jobs/intake/pause';
import { createServices } from '../../jobs/run/create-services';
import * as reading from '../../jobs/view/read';
import { readPlan, readSite } from '../../jobs/store/ledger';
import { readSettings } from '../../jobs/store/settings';
import { listFirstRows } from '../../jobs/view/reasons';
import { listResults } from '../../jobs/view/results';
import { listSaved } from '../../jobs/view/saved';
import { listUnsuccessful } from '../../jobs/view/unsuccessful';
import { createJob, uploadPiece } from '../../jobs/intake/upload';
import { systemClock } from '../../platform/clock';
import { noteUndo } from '../../syncs/undone';
import type { Handler, HandlersOf } from '../define';
import { assertFieldsOfSite } from '../imports/fields';
import { Refusal } from '../refusal';

const view = async (head: JobHead): Promise<JobView> => reading.viewOf(head, (await readSettings()).settings);

const create: Handler<'jobs.create'> = async (request, { accountId, csm, jira }) => {
  const problem = planProblem(request.plan);
  if (problem !== null) throw new Refusal('INVALID', problem, 'Map the columns of the file again.');
  const [{ displayName }] = await Promise.all([jira.getUser(accountId), assertFieldsOfSite(csm, request.plan)]);
  return { jobId: await createJob(request, { accountId, name: displayName }, systemClock) };
};

const upload: Handler<'jobs.upload'> = async (request) => {
  const { uploaded } = await uploadPiece(request);
  return { acceptedRows: uploaded.accepted.rows, leftOutRows: uploaded.leftOut.rows };
};

/** Those behind first: they are held before what they wait for can end. */
const start: Handler<'jobs.start'> = async ({ jobId, before = [], behind = [] }) => {
  const beside = [...behind, ...before];
  for (const other of beside) await startJob(other, systemClock);
  return view(await startJob(jobId, systemClock, beside));
};

const list: Handler<'jobs.list'> = ({ page }) => reading.listJobs(page);

const move: Handler<'jobs.moveUp'> = async ({ jobId, to }) => {
  await moveJob(jobId, to);
  return { queue: await reading.listQueue() };
};

const attention: Handler<'jobs.attention'> = () => reading.listJobsInNeed();

const speeds: Handler<'jobs.speeds'> = async () => (await readSite()).value.speeds;

const get: Handler<'jobs.get'> = async ({ jobId }) => view((await headOf(jobId)).value);

const plan: Handler<'jobs.plan'> = async ({ jobId }) => {
  const { delimiter, name } = (await headOf(jobId)).value;
  return { plan: await readPlan(jobId), delimiter, name };
};

const name: Handler<'jobs.name'> = async (wanted) => ({
  name: distinctName(wanted.name, wanted.variant, await reading.listNames()),
});

const batches: Handler<'jobs.batches'> = ({ jobId, from }) => reading.listBatches(jobId, from);

const firstRows: Handler<'jobs.firstRows'> = ({ jobId }) => listFirstRows(jobId);

const unsuccessful: Handler<'jobs.unsuccessful'> = ({ jobId, cursor, only }) => listUnsuccessful(jobId, cursor, only);

const results: Handler<'jobs.results'> = ({ jobId, cursor }) => listResults(jobId, cursor);

const saved: Handler<'jobs.saved'> = ({ jobId, cursor }) => listSaved(jobId, cursor);

const cancel: Handler<'jobs.cancel'> = async ({ jobId }, { accountId }) =>
  view(await cancelJob(jobId, accountId, systemClock));

const pause: Handler<'jobs.pause'> = async ({ jobId }) => view(await pauseJob(jobId, systemClock));

const resume: Handler<'jobs.resume'> = async ({ jobId }) => view(await resumeJob(jobId, systemClock));

const undoPlan: Handler<'jobs.planUndo'> = async ({ jobId, from }, { csm, jira, deadline }) => {
  const { entity } = kindOf((await headOf(jobId)).value.kind);
  const fields = entity === null ? [] : await fillableFields(csm, entity);
  return planUndo(jobId, from, { site: createSiteApi(csm, jira), fields, clock: systemClock, deadline });
};

const undo: Handler<'jobs.undo'> = async ({ jobId, removes, jobs }, { accountId, jira, deadline }) => {
  const { displayName } = await jira.getUser(accountId);
  const by = { accountId, name: displayName };
  await noteUndo(jobId, systemClock);
  const made = await makeUndo(jobId, removes, jobs, { by, names: reading.listNames, clock: systemClock, deadline });
  // Where it was undone before, a sync may have looked at that alone meanwhile.
  if (made.isStarted) await noteUndo(jobId, systemClock);
  return made;
};

/** A person waits for this step, who has a fraction of the background's time: a request that is cut is sent again. */
const TIME_TO_SEND_MS = 6_000;

const carryOn: Handler<'jobs.continue'> = async ({ jobId }, { accountId, deadline }) => {
  const { settings } = await readSettings();
  const options = { caller: { as: 'user' } as const, deadline, settings, timeToSend: TIME_TO_SEND_MS };
  await continueJob(jobId, accountId, systemClock, () => createServices(options));
  return view((await headOf(jobId)).value);
};

export const jobHandlers: HandlersOf<typeof jobResolvers> = {
  'jobs.create': create,
  'jobs.upload': upload,
  'jobs.start': start,
  'jobs.list': list,
  'jobs.moveUp': move,
  'jobs.attention': attention,
  'jobs.speeds': speeds,
  'jobs.get': get,
  'jobs.plan': plan,
  'jobs.name': name,
  'jobs.batches': batches,
  'jobs.firstRows': firstRows,
  'jobs.unsuccessful': unsuccessful,
  'jobs.results': results,
  'jobs.saved': saved,
  'jobs.cancel': cancel,
  'jobs.pause': pause,
  'jobs.resume': resume,
  'jobs.planUndo': undoPlan,
  'jobs.undo': undo,
  'jobs.continue': carryOn,
};
