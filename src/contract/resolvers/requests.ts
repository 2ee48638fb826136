import * as v from 'valibot';
import { newCommentSchema, newRequestSchema, sentRequestSchema } from '../requests';

/** Requests that are sent to a help center as a form outside the site would. */
export const requestResolvers = {
  'requests.send': { request: newRequestSchema, response: sentRequestSchema },
  'requests.comment': { request: newCommentSchema, response: v.object({ id: v.string() }) },
} as const;
