import * as v from 'valibot';
import { profileSettingsSchema, storedProfileSettingsSchema } from '../profile/settings';

/** What administrators decide about the profile on an issue. */
export const profileSettingsResolvers = {
  'profileSettings.get': { request: v.object({}), response: storedProfileSettingsSchema },
  /**
   * Writes the settings over the revision that the page has shown. CONFLICT when somebody has changed them since:
   * nothing is written, and the message says who.
   */
  'profileSettings.save': {
    request: v.object({ settings: profileSettingsSchema, over: v.pipe(v.number(), v.integer(), v.minValue(0)) }),
    response: storedProfileSettingsSchema,
  },
} as const;
