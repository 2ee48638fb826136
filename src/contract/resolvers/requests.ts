import * as v from 'valibot';
import { listedRequestSchema, newCommentSchema, newRequestSchema, sentRequestSchema } from '../requests';

/** Requests that are sent to a help center as a form outside the site would. */
export const requestResolvers = {
  'requests.send': { request: newRequestSchema, response: sentRequestSchema },
  /** What was sent lately, by whomever, the latest first. */
  'requests.sent': { request: v.object({}), response: v.object({ sent: v.array(listedRequestSchema) }) },
  'requests.comment': { request: newCommentSchema, response: v.object({ id: v.string() }) },
} as const;
