import type { settingsResolvers } from '../../contract/resolvers/settings';
import { readSettings, saveSettings } from '../../jobs/store/settings';
import { systemClock } from '../../platform/clock';
import type { Handler, HandlersOf } from '../define';

const get: Handler<'settings.get'> = () => readSettings();

const save: Handler<'settings.save'> = async ({ settings, over }, { accountId, jira }) => {
  const { displayName } = await jira.getUser(accountId);
  return saveSettings(settings, over, { accountId, name: displayName }, systemClock);
};

export const settingsHandlers: HandlersOf<typeof settingsResolvers> = {
  'settings.get': get,
  'settings.save': save,
};
