import * as v from 'valibot';

/** Whether somebody may be in the console. Every call is authorised; this one asks for nothing beside. */
export const accessResolvers = {
  'access.check': { request: v.object({}), response: v.object({}) },
} as const;
