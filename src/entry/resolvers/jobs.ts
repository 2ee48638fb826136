import { defaultSettings } from '../../domain/jobs/settings';
import { headOf } from '../../jobs/change';
import { cancelJob, continueJob, startJob } from '../../jobs/lifecycle';
import { openShop } from '../../jobs/open-shop';
import * as reading from '../../jobs/read';
import { createJob, uploadPiece } from '../../jobs/upload';
import { systemClock } from '../../platform/clock';
import type { Handler } from '../define';

export const create: Handler<'jobs.create'> = async (request, { accountId, jira }) => {
  const { displayName } = await jira.getUser(accountId);
  return { jobId: await createJob(request, { accountId, name: displayName }, systemClock) };
};

export const upload: Handler<'jobs.upload'> = async (request) => {
  const { uploaded } = await uploadPiece(request);
  return { acceptedRows: uploaded.accepted.rows, leftOutRows: uploaded.leftOut.rows };
};

export const start: Handler<'jobs.start'> = async ({ jobId }) =>
  reading.viewOf(await startJob(jobId, systemClock), defaultSettings);

export const list: Handler<'jobs.list'> = ({ page }) => reading.listJobs(page);

export const get: Handler<'jobs.get'> = async ({ jobId }) =>
  reading.viewOf((await headOf(jobId)).value, defaultSettings);

export const batches: Handler<'jobs.batches'> = ({ jobId, from }) => reading.listBatches(jobId, from);

export const unsuccessful: Handler<'jobs.unsuccessful'> = ({ jobId, cursor }) =>
  reading.listUnsuccessful(jobId, cursor);

export const cancel: Handler<'jobs.cancel'> = async ({ jobId }) =>
  reading.viewOf(await cancelJob(jobId, systemClock), defaultSettings);

export const carryOn: Handler<'jobs.continue'> = async ({ jobId }, { deadline }) => {
  await continueJob(jobId, systemClock, () => openShop({ as: 'user' }, deadline));
  return reading.viewOf((await headOf(jobId)).value, defaultSettings);
};
