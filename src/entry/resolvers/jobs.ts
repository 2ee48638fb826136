import type { jobResolvers } from '../../contract/resolvers/jobs';
import { defaultSettings } from '../../domain/jobs/settings';
import { headOf } from '../../jobs/change';
import { cancelJob, continueJob, startJob } from '../../jobs/lifecycle';
import { openShop } from '../../jobs/open-shop';
import * as reading from '../../jobs/read';
import { createJob, uploadPiece } from '../../jobs/upload';
import { systemClock } from '../../platform/clock';
import type { Handler, HandlersOf } from '../define';

const create: Handler<'jobs.create'> = async (request, { accountId, jira }) => {
  const { displayName } = await jira.getUser(accountId);
  return { jobId: await createJob(request, { accountId, name: displayName }, systemClock) };
};

const upload: Handler<'jobs.upload'> = async (request) => {
  const { uploaded } = await uploadPiece(request);
  return { acceptedRows: uploaded.accepted.rows, leftOutRows: uploaded.leftOut.rows };
};

const start: Handler<'jobs.start'> = async ({ jobId }) =>
  reading.viewOf(await startJob(jobId, systemClock), defaultSettings);

const list: Handler<'jobs.list'> = ({ page }) => reading.listJobs(page);

const get: Handler<'jobs.get'> = async ({ jobId }) => reading.viewOf((await headOf(jobId)).value, defaultSettings);

const batches: Handler<'jobs.batches'> = ({ jobId, from }) => reading.listBatches(jobId, from);

const unsuccessful: Handler<'jobs.unsuccessful'> = ({ jobId, cursor }) => reading.listUnsuccessful(jobId, cursor);

const cancel: Handler<'jobs.cancel'> = async ({ jobId }) =>
  reading.viewOf(await cancelJob(jobId, systemClock), defaultSettings);

const carryOn: Handler<'jobs.continue'> = async ({ jobId }, { deadline }) => {
  await continueJob(jobId, systemClock, () => openShop({ as: 'user' }, deadline));
  return reading.viewOf((await headOf(jobId)).value, defaultSettings);
};

export const jobHandlers: HandlersOf<typeof jobResolvers> = {
  'jobs.create': create,
  'jobs.upload': upload,
  'jobs.start': start,
  'jobs.list': list,
  'jobs.get': get,
  'jobs.batches': batches,
  'jobs.unsuccessful': unsuccessful,
  'jobs.cancel': cancel,
  'jobs.continue': carryOn,
};
