import * as v from 'valibot';
import {
  MAX_DELIVERY_PARTS,
  MAX_EDITED,
  MAX_PART_CHARS,
  editedRecordSchema,
  syncInNeedSchema,
  syncSettingsSchema,
  syncViewSchema,
  touchedSchema,
} from '../syncs';

const one = v.object({ syncId: v.string() });
const view = v.object({ sync: syncViewSchema });
/** What a script needs to deliver: shown once, and never read again. */
const access = v.object({ syncId: v.string(), url: v.string(), token: v.string() });

/** The page of syncs, and the file frame where a person drops a file on a sync. */
export const syncResolvers = {
  'syncs.list': { request: v.object({}), response: v.object({ syncs: v.array(syncViewSchema) }) },
  /** Those that wait for a person, each with why. */
  'syncs.attention': { request: v.object({}), response: v.object({ syncs: v.array(syncInNeedSchema) }) },
  /** Those for which what an import has done counts as applied. */
  'syncs.counting': {
    request: v.object({ jobId: v.string() }),
    response: v.object({ syncs: v.array(v.object({ id: v.string(), name: v.string() })) }),
  },
  'syncs.get': { request: one, response: view },
  /** Made of a saved mapping, or of an import that has ended, whose rows count as applied. Answers with its token. */
  'syncs.create': {
    request: v.object({
      settings: syncSettingsSchema,
      from: v.variant('what', [
        v.object({ what: v.literal('job'), jobId: v.string() }),
        v.object({ what: v.literal('mapping'), name: v.string() }),
      ]),
    }),
    response: access,
  },
  'syncs.save': { request: v.object({ ...one.entries, settings: syncSettingsSchema }), response: view },
  'syncs.delete': { request: one, response: v.object({}) },
  /** Makes a new token. The one before it is taken for a day longer. */
  'syncs.renewToken': { request: one, response: access },
  /** Projects in which an issue can tell of what waits for a person: those that the caller may browse. */
  'syncs.projects': {
    request: v.object({ text: v.pipe(v.string(), v.maxLength(100)) }),
    response: v.object({ projects: v.array(v.object({ key: v.string(), name: v.string() })) }),
  },
  'syncs.url': { request: one, response: v.object({ url: v.string() }) },
  'syncs.pause': { request: one, response: view },
  'syncs.resume': { request: one, response: view },
  /** The sync acts as whoever calls from now on. */
  'syncs.takeOver': { request: one, response: view },
  'syncs.approve': { request: v.object({ ...one.entries, no: v.number() }), response: view },
  'syncs.refuse': { request: v.object({ ...one.entries, no: v.number() }), response: view },
  /** The first records that the run touches, by name. */
  'syncs.touched': { request: one, response: v.object({ touched: v.array(touchedSchema) }) },
  /** Whether the next delivery is compared with the site as well. */
  'syncs.look': { request: v.object({ ...one.entries, isWanted: v.boolean() }), response: view },
  /** The records that the last look at the site has found to differ. */
  'syncs.edited': { request: one, response: v.object({ records: v.array(editedRecordSchema) }) },
  /** Sends what the export says of records that were listed: of these rows, or of all. `no`: the run that found them. */
  'syncs.putBack': {
    request: v.object({
      ...one.entries,
      no: v.number(),
      rows: v.nullable(v.pipe(v.array(v.number()), v.minLength(1), v.maxLength(MAX_EDITED))),
    }),
    response: view,
  },
  /** Forgets what was applied, so that the next delivery is sent whole. */
  'syncs.forget': { request: one, response: view },
  /** A part of a file that a person has dropped on the page: gzip, then base64. */
  'syncs.deliver': {
    request: v.object({
      ...one.entries,
      delivery: v.pipe(v.string(), v.regex(/^[A-Za-z0-9-]{1,64}$/)),
      part: v.pipe(v.number(), v.integer(), v.minValue(1)),
      parts: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MAX_DELIVERY_PARTS)),
      data: v.pipe(v.string(), v.maxLength(MAX_PART_CHARS)),
      isTest: v.boolean(),
    }),
    response: view,
  },
} as const;
