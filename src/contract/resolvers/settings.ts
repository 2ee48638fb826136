import * as v from 'valibot';
import { settingsSchema, storedSettingsSchema } from '../settings';

/** What administrators decide for the whole site. */
export const settingsResolvers = {
  'settings.get': { request: v.object({}), response: storedSettingsSchema },
  /**
   * Writes the settings over the revision that the page has shown. CONFLICT when somebody has changed them since:
   * nothing is written, and the message says who changed what.
   */
  'settings.save': {
    request: v.object({ settings: settingsSchema, over: v.pipe(v.number(), v.integer(), v.minValue(0)) }),
    response: storedSettingsSchema,
  },
} as const;
