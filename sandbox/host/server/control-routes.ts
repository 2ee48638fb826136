import type { IncomingMessage } from 'node:http';
import * as v from 'valibot';
import { failureKinds } from '../../csm/faults';
import { Refusal, readJson, sendJson } from './answers';
import type { HostedSandbox } from './hosted-sandbox';
import type { Handler, Site } from './handler';

const rate = v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(1)));
const milliseconds = v.optional(v.pipe(v.number(), v.minValue(0)));

const DAY_MS = 24 * 60 * 60 * 1000;
const clockSchema = v.strictObject({ advance: v.pipe(v.number(), v.minValue(0), v.maxValue(31 * DAY_MS)) });
const killSchema = v.strictObject({ functionKey: v.optional(v.string()) });
const scheduleSchema = v.strictObject({ key: v.string() });
const faultsSchema = v.strictObject({
  latencyMs: milliseconds,
  latencySpreadMs: milliseconds,
  failRate: rate,
  failAfterApplyingRate: rate,
  failureKinds: v.optional(v.pipe(v.array(v.picklist(failureKinds)), v.minLength(1))),
  hangMs: milliseconds,
  throttleRate: rate,
  retryAfter: v.optional(v.picklist(['seconds', 'date', 'absent'])),
  retryAfterSeconds: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
  taskFailRate: rate,
  taskCancelRate: rate,
  taskVanishRate: rate,
  rowFailRate: rate,
  userSearchDelayMs: milliseconds,
  down: v.optional(v.boolean()),
  associationsIgnored: v.optional(v.boolean()),
  bulkDetailsPortalOnly: v.optional(v.boolean()),
  bulkAnswers202: v.optional(v.boolean()),
  doublesTaken: v.optional(v.boolean()),
});
const settingsSchema = v.strictObject({
  taskSlots: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
  foreignTasks: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
  parallelTasks: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
  taskMsPerRow: milliseconds,
  taskStartDelayMs: milliseconds,
  taskTimeoutMs: milliseconds,
  optionsPerField: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
  organizationsByAdministratorsOnly: v.optional(v.boolean()),
  impersonationRefused: v.optional(v.boolean()),
});

type Control = (site: Site, request: IncomingMessage) => unknown;

const controls: Record<string, Control> = {
  'GET boot': bootOf,
  'GET state': ({ sandbox }) => stateOf(sandbox),
  'GET log': ({ sandbox }) => ({ requests: sandbox.site.log.latest(), functions: sandbox.platform.logs }),
  'GET stats': ({ sandbox }) => ({
    platform: sandbox.platform.stats(),
    requests: Object.fromEntries(sandbox.site.log.counts),
    violations: sandbox.site.journal.violations,
  }),
  'POST clock': async ({ sandbox }, request) => {
    const { advance } = await readJson(request, clockSchema);
    await sandbox.passTime(advance);
    return stateOf(sandbox);
  },
  'POST faults': async ({ sandbox }, request) => {
    Object.assign(sandbox.site.faults, await readJson(request, faultsSchema));
    return stateOf(sandbox);
  },
  'POST settings': async ({ sandbox }, request) => {
    Object.assign(sandbox.site.settings, await readJson(request, settingsSchema));
    return stateOf(sandbox);
  },
  'POST kill': async ({ sandbox }, request) => {
    const { functionKey } = await readJson(request, killSchema);
    return { killed: sandbox.platform.kill(functionKey) };
  },
  'POST schedule': async ({ sandbox }, request) => {
    const { key } = await readJson(request, scheduleSchema);
    if (!sandbox.platform.manifest.schedules.some((schedule) => schedule.key === key))
      throw new Refusal(404, `The manifest has no scheduled trigger "${key}".`);
    return { outcome: (await sandbox.platform.fireSchedule(key)).kind };
  },
  'POST reset': async ({ sandbox }) => {
    await sandbox.reset();
    return stateOf(sandbox);
  },
};

/** The sandbox's own HTTP control, described in docs/sandbox-control.md. */
export const controlRoutes: Handler = async (request, response, site, url) => {
  const name = `${request.method ?? 'GET'} ${url.pathname.slice('/_sandbox/'.length)}`;
  const run = Object.hasOwn(controls, name) ? controls[name] : undefined;
  if (run === undefined) throw new Refusal(404, `The sandbox has no control "${name}".`);
  sendJson(response, 200, await run(site, request));
};

function stateOf({ clock, platform, site }: HostedSandbox): unknown {
  return {
    now: clock.now(),
    aheadMs: clock.offset(),
    running: platform.running().map((invocation) => ({ id: invocation.id, functionKey: invocation.function.key })),
    pendingEvents: platform.pendingEvents(),
    schedules: platform.manifest.schedules.map(({ key }) => key),
    faults: site.faults,
    settings: site.settings,
  };
}

function bootOf({ manifest, sandbox }: Site): unknown {
  const { adminPage, issueModules, resources, scopes } = manifest;
  return {
    app: {
      title: adminPage.title,
      moduleKey: adminPage.key,
      resource: adminPage.resource,
      sections: adminPage.sections,
      issueModules,
      resources: resources.map(({ key, kind }) => ({ key, kind })),
      scopes: [...scopes],
    },
    users: sandbox.site.users.map(({ accountId, displayName, rights }) => ({
      accountId,
      displayName,
      role: rights.includes('administrator') ? 'administrator' : rights.includes('agent') ? 'agent' : 'neither',
    })),
  };
}
