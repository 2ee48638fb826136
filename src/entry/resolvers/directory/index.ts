import type { directoryResolvers } from '../../../contract/resolvers/directory';
import { endFieldOf } from '../../../domain/directory/end-field';
import { forget, keepOnly, startReading, stopReading } from '../../../directory/scan/control';
import { choose } from '../../../directory/act/choice';
import { exportRows } from '../../../directory/read/export';
import { stretchRows } from '../../../directory/read/far-page';
import { recordParts } from '../../../directory/read/records';
import { listPage } from '../../../directory/read/list';
import { openReport } from '../../../directory/report/report';
import { readStatus } from '../../../directory/read/status';
import { systemClock } from '../../../platform/clock';
import type { Handler, HandlersOf } from '../../define';
import { refuseBlindFilters } from '../../directory/field-filters';
import { deleteView, readViews, saveView } from '../../directory/views';
import { fillableFields } from '../../../csm/fillable-fields';
import { readProfileSettings } from '../../profile/settings';
import { actOnMany } from './act';

const read: Handler<'directory.read'> = async (_, { accountId, jira, csm }) => {
  const [{ displayName }, fields, { settings }] = await Promise.all([
    jira.getUser(accountId),
    fillableFields(csm, 'entitlement'),
    readProfileSettings(),
  ]);
  const endField = endFieldOf(fields, settings.entitlementEnd);
  await startReading({ startedBy: { accountId, name: displayName }, actsAs: accountId, endField }, systemClock);
  return readStatus();
};

const stop: Handler<'directory.stop'> = async () => {
  await stopReading(systemClock);
  return readStatus();
};

const keep: Handler<'directory.keep'> = async ({ keeps }) => {
  await keepOnly(keeps, systemClock);
  return readStatus();
};

const empty: Handler<'directory.empty'> = async () => {
  await forget(systemClock);
  return readStatus();
};

const list: Handler<'directory.list'> = async (request, { csm }) => {
  if (request.from === null) await refuseBlindFilters(request.entity, request.query.filters, csm);
  return listPage(request);
};

const exportList: Handler<'directory.export'> = async (request, { csm }) => {
  if (request.from === null) await refuseBlindFilters(request.entity, request.view.filters, csm);
  return exportRows(request);
};

const chooseMany: Handler<'directory.choose'> = async (request, { accountId, csm }) => {
  const { who, entity } = request;
  if (who.by === 'query') await refuseBlindFilters(entity, who.query.filters, csm);
  return choose(request, accountId, systemClock);
};

export const directoryHandlers: HandlersOf<typeof directoryResolvers> = {
  'directory.status': () => readStatus(),
  'directory.read': read,
  'directory.stop': stop,
  'directory.keep': keep,
  'directory.empty': empty,
  'directory.list': list,
  'directory.stretch': stretchRows,
  'directory.export': exportList,
  'directory.records': recordParts,
  'directory.report': () => openReport(),
  'directory.views': async () => ({ views: await readViews() }),
  'directory.saveView': async ({ view }) => ({ views: await saveView(view) }),
  'directory.deleteView': async (named) => ({ views: await deleteView(named) }),
  'directory.choose': chooseMany,
  'directory.act': actOnMany,
};
