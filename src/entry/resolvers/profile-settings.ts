import type { profileSettingsResolvers } from '../../contract/resolvers/profile-settings';
import type { Handler, HandlersOf } from '../define';
import { readProfileSettings, saveProfileSettings } from '../profile/settings';

const get: Handler<'profileSettings.get'> = () => readProfileSettings();

const save: Handler<'profileSettings.save'> = async ({ settings, over }, { accountId, jira }) => {
  const { displayName } = await jira.getUser(accountId);
  return saveProfileSettings(settings, over, { accountId, name: displayName });
};

export const profileSettingsHandlers: HandlersOf<typeof profileSettingsResolvers> = {
  'profileSettings.get': get,
  'profileSettings.save': save,
};
