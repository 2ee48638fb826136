import { defineResolvers } from '../define';
import { importHandlers } from './imports';
import { jobHandlers } from './jobs';

/** The resolver of the admin page and of its file frame. */
export const resolver = defineResolvers({ ...importHandlers, ...jobHandlers });
