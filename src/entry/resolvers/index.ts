import { defineResolvers } from '../define';
import * as imports from './imports';
import * as jobs from './jobs';

/** The resolver of the admin page and of its file frame. */
export const resolver = defineResolvers({
  'imports.fields': imports.fields,
  'imports.lookup': imports.lookup,
  'jobs.create': jobs.create,
  'jobs.upload': jobs.upload,
  'jobs.start': jobs.start,
  'jobs.list': jobs.list,
  'jobs.get': jobs.get,
  'jobs.batches': jobs.batches,
  'jobs.unsuccessful': jobs.unsuccessful,
  'jobs.cancel': jobs.cancel,
  'jobs.continue': jobs.carryOn,
});
